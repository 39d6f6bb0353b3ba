using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.SavedViews;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Labels;

/// <summary>The organisation's list of labels: add, rename, remove.</summary>
internal sealed class KeepLabels(AppDb db, LabelReading reading, DueWork due, IClock clock, CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/labels", (KeepLabels use, CancellationToken cancellation) => use.ShowAsync(cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/labels", (IFormCollection form, KeepLabels use, CancellationToken cancellation) =>
            use.AddAsync(form.Text("name"), cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/labels/{id:guid}", (Guid id, IFormCollection form, KeepLabels use, CancellationToken cancellation) =>
            use.RenameAsync(id, form.Text("name"), cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/labels/{id:guid}/removal", (Guid id, KeepLabels use, CancellationToken cancellation) =>
            use.RemoveAsync(id, cancellation)).RequireAuthorization(Access.Lead);
    }

    private async Task<IResult> ShowAsync(CancellationToken cancellation) => Answer.Page<LabelsPage>(
        (nameof(LabelsPage.Labels), await reading.AllAsync(cancellation)));

    private async Task<IResult> AddAsync(string name, CancellationToken cancellation)
    {
        if (await CheckAsync(name, null, cancellation) is { } refusal)
            return await RefuseAsync("name", name, refusal, cancellation);

        db.Add(Label.Of(caller.Required.Organisation, name));
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("labels"));
    }

    private async Task<IResult> RenameAsync(Guid id, string name, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } label)
            return Results.NotFound();
        if (await CheckAsync(name, label.Id, cancellation) is { } refusal)
            return await RefuseAsync($"name-{id}", name, refusal, cancellation);

        label.Rename(name);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("labels"));
    }

    // Aims that hung on it go with it, so due times are worked out anew; so do own views that were narrowed to it.
    private async Task<IResult> RemoveAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } label)
            return Results.NotFound();

        db.RemoveRange(await db.Set<Aim>().Where(a => a.Label == label.Id).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<ConversationLabel>().Where(l => l.Label == label.Id).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<SavedView>().Where(v => v.Label == id).ToListAsync(cancellation));
        db.Remove(label);
        var job = new RenewDueTimesJob(label.Organisation);
        await due.ScheduleAsync(job, clock.GetCurrentInstant(), job.Key, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("labels"));
    }

    private async Task<Label?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var wanted = LabelId.From(id);
        return await db.Set<Label>().FirstOrDefaultAsync(l => l.Id == wanted, cancellation);
    }

    private async Task<string?> CheckAsync(string name, LabelId? itself, CancellationToken cancellation)
    {
        if (name.Length is 0 or > Label.Longest)
            return texts["Refused.Name", Label.Longest];
        var all = await reading.AllAsync(cancellation);
        if (all.Any(l => l.Id != itself?.Value && string.Equals(l.Name, name, StringComparison.OrdinalIgnoreCase)))
            return texts["Refused.Known", name];
        return itself is null && all.Count >= Most ? texts["Refused.Many", Most].Value : null;
    }

    private async Task<IResult> RefuseAsync(string field, string typed, string words, CancellationToken cancellation) => Answer.Refused<LabelsPage>(
        (nameof(LabelsPage.Labels), await reading.AllAsync(cancellation)),
        (nameof(LabelsPage.Typed), typed),
        (nameof(LabelsPage.Refusals), new List<Refusal> { new(field, words) }));
}
