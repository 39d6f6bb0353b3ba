using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Volumes;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Labels;

/// <summary>Puts a label on a mention, by its name: one that is not there yet is made. And takes it off again.</summary>
internal sealed class LabelMention(AppDb db, CurrentCaller caller, Counting counting, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/mentions/{id:guid}/labels", async (Guid id, HttpRequest request, LabelMention label, CancellationToken cancellation) =>
            await label.PutAsync(id, Label.Tidy((await request.ReadFormAsync(cancellation))["label"].ToString()), cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/mentions/{id:guid}/labels/{label:guid}/removal", (Guid id, Guid label, LabelMention labels, CancellationToken cancellation) =>
            labels.TakeOffAsync(id, label, cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> PutAsync(Guid id, string name, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } mention)
            return Results.NotFound();
        if (name.Length > 0)
            await db.WriteAsync(() => PutAsync(mention, name, cancellation), cancellation);
        return Answer.SeeOther(caller.Required.To($"mentions/{id}"));
    }

    // Inside the one writer's turn, so that two who type the same name at once make one label.
    private async Task PutAsync(Mention mention, string name, CancellationToken cancellation)
    {
        var labels = await db.Set<Label>().ToListAsync(cancellation);
        var label = labels.Find(l => string.Equals(l.Name, name, StringComparison.OrdinalIgnoreCase));
        if (label is null && labels.Count >= Label.MostLabels)
            return;
        if (label is null)
            db.Add(label = new Label { Id = Guid.CreateVersion7(), Organisation = mention.Organisation, Name = name, CreatedAt = clock.GetCurrentInstant() });
        else if (await db.Set<MentionLabel>().AnyAsync(l => l.Mention == mention.Id && l.Label == label.Id, cancellation))
            return;
        db.Add(new MentionLabel
        {
            Mention = mention.Id,
            Label = label.Id,
            Organisation = mention.Organisation,
            By = caller.Required.Person,
            At = clock.GetCurrentInstant(),
        });
        await CountAsync(mention, label.Id, 1, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<IResult> TakeOffAsync(Guid id, Guid label, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } mention)
            return Results.NotFound();
        await db.WriteAsync(
            async () =>
            {
                if (await db.Set<MentionLabel>().FirstOrDefaultAsync(l => l.Mention == mention.Id && l.Label == label, cancellation) is not { } put)
                    return;
                db.Remove(put);
                await CountAsync(mention, label, -1, cancellation);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        return Answer.SeeOther(caller.Required.To($"mentions/{id}"));
    }

    private async Task CountAsync(Mention mention, Guid label, int more, CancellationToken cancellation)
    {
        var searches = await db.Set<Hit>().AsNoTracking().Where(h => h.Mention == mention.Id).Select(h => h.Search).ToListAsync(cancellation);
        counting.AddLabel(mention, label, searches, more);
        await counting.WriteAsync(cancellation);
    }

    private Task<Mention?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Set<Mention>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == new MentionId(id), cancellation);
}
