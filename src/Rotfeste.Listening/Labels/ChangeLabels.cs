using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Volumes;
using Rotfeste.Listening.Waves;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Labels;

/// <summary>The labels of the organisation.</summary>
/// <param name="Rows">By name.</param>
/// <param name="Refusals">Why a new name was refused; the field is named by the label.</param>
/// <param name="Typed">What was typed there.</param>
public sealed record LabelsView(IReadOnlyList<LabelRowView> Rows, IReadOnlyList<Refusal> Refusals, string Typed);

/// <summary>A label, and how many mentions carry it.</summary>
public sealed record LabelRowView(Guid Id, string Name, int Mentions);

/// <summary>Another name for a label, everywhere it stands; or it is taken off everything, with what was counted of it.</summary>
internal sealed class ChangeLabels(AppDb db, CurrentCaller caller, MentionNews news, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/mentions/labels", (ChangeLabels change, CancellationToken cancellation) => change.ShowAsync(cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/mentions/labels/{id:guid}", async (Guid id, HttpRequest request, ChangeLabels change, CancellationToken cancellation) =>
            await change.RenameAsync(id, Label.Tidy((await request.ReadFormAsync(cancellation))["name"].ToString()), cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/mentions/labels/{id:guid}/removal", (Guid id, ChangeLabels change, CancellationToken cancellation) =>
            change.RemoveAsync(id, cancellation)).RequireAuthorization(Access.Lead);
    }

    private async Task<IResult> ShowAsync(CancellationToken cancellation) =>
        Answer.Page<LabelsPage>((nameof(LabelsPage.View), await ViewAsync([], "", cancellation)));

    private async Task<IResult> RenameAsync(Guid id, string name, CancellationToken cancellation)
    {
        var labels = await db.Set<Label>().ToListAsync(cancellation);
        if (labels.Find(l => l.Id == id) is not { } label)
            return Results.NotFound();
        var isTaken = labels.Exists(l => l.Id != id && string.Equals(l.Name, name, StringComparison.OrdinalIgnoreCase));
        if (name.Length == 0 || isTaken)
        {
            Refusal refusal = new($"name-{id}", texts[isTaken ? "Taken" : "Missing"]);
            return Answer.Refused<LabelsPage>((nameof(LabelsPage.View), await ViewAsync([refusal], name, cancellation)));
        }

        label.Name = name;
        return await SaveAsync(cancellation);
    }

    private async Task<IResult> RemoveAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<Label>().FirstOrDefaultAsync(l => l.Id == id, cancellation) is not { } label)
            return Results.NotFound();
        var (organisation, value) = (label.Organisation, id.ToString());
        await db.WriteAsync(
            async () =>
            {
                await db.Set<MentionLabel>().Where(l => l.Organisation == organisation && l.Label == id).ExecuteDeleteAsync(cancellation);
                await db.Set<PartCount>().Where(c => c.Organisation == organisation && c.By == CountBy.Label && c.Value == value).ExecuteDeleteAsync(cancellation);
                await db.Set<StepCount>().Where(c => c.Organisation == organisation && c.Subject == id).ExecuteDeleteAsync(cancellation);
                await db.Set<Wave>().Where(w => w.Organisation == organisation && w.Subject == id).ExecuteDeleteAsync(cancellation);
                await db.Set<WaveWatcher>().Where(w => w.Organisation == organisation && w.Subject == id).ExecuteDeleteAsync(cancellation);
                await db.Set<WaveBudget>().Where(w => w.Organisation == organisation && w.Subject == id).ExecuteDeleteAsync(cancellation);
                db.Remove(label);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        return await SaveAsync(cancellation);
    }

    private async Task<IResult> SaveAsync(CancellationToken cancellation)
    {
        db.AfterCommit(() => news.Tell(caller.Required.Organisation));
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("mentions/labels"));
    }

    private async Task<LabelsView> ViewAsync(IReadOnlyList<Refusal> refusals, string typed, CancellationToken cancellation)
    {
        var counts = await db.Set<MentionLabel>().AsNoTracking().GroupBy(l => l.Label).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var labels = await db.Set<Label>().AsNoTracking().ToListAsync(cancellation);
        return new([.. labels.OrderBy(l => l.Name, StringComparer.CurrentCultureIgnoreCase).Select(l => new LabelRowView(l.Id, l.Name, counts.GetValueOrDefault(l.Id)))], refusals, typed);
    }
}
