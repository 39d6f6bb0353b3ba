using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Merges;

/// <summary>Another conversation about the same matter goes into this one, and comes out of it again.</summary>
internal sealed class MergeConversations(
    AppDb db, ConversationDoor door, Pairings pairings, Belongings belongings, ConversationParts parts, DueTimes times, FactLog facts, LedgerWriter ledger, Changes changes,
    Notify notify, MergingScreen screen, CurrentCaller caller, IClock clock)
{
    public static NoticeKind Merged { get; } = NoticeKind.Of<Texts>("conversation-merged", "Notice.Merged");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/inbox/{id:guid}/merging", (Guid id, string? q, MergingScreen screen, CancellationToken cancellation) =>
            screen.ShowAsync(id, q ?? "", null, cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/conversations/{id:guid}/merges", (Guid id, [FromForm] Guid? other, MergeConversations use, CancellationToken cancellation) =>
            use.MergeAsync(id, other ?? default, cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/merges/{id:guid}/undoing", (Guid id, MergeConversations use, CancellationToken cancellation) =>
            use.UndoAsync(id, cancellation)).RequireAuthorization(Access.Answer);
    }

    private async Task<IResult> MergeAsync(Guid id, Guid other, CancellationToken cancellation)
    {
        var (isThere, why) = await db.OnWhatStandsAsync(async () =>
        {
            (bool IsThere, string? Why) outcome = (false, null);
            await db.WriteAsync(async () => outcome = await TryAsync(id, other, cancellation), cancellation);
            return outcome;
        });
        return (isThere, why) switch
        {
            (false, _) => Results.NotFound(),
            (_, { } refused) => await screen.ShowAsync(id, "", refused, cancellation),
            _ => Answer.SeeOther(caller.Required.To($"inbox/{id}")),
        };
    }

    private async Task<(bool IsThere, string? Why)> TryAsync(Guid id, Guid other, CancellationToken cancellation)
    {
        if (id == other || await door.FindAsync(id, cancellation) is not { } into || await door.FindAsync(other, cancellation) is not { } from)
            return (false, null);

        // Pressed twice: it is as it was wanted.
        if (from.MergedInto == into.Id)
            return (true, null);
        if (MergeRules.WhyNot(from, into, await pairings.OfAsync(from, into, cancellation)) is { } why)
            return (true, why);

        var (me, now) = (caller.Required, clock.GetCurrentInstant());
        var along = await belongings.BringAsync(from, into, me.Person, now, cancellation);
        from.MergeInto(into, now);
        var merge = Merge.Of(Guid.CreateVersion7(), from, into, me.Person, along, now);
        db.Add(merge);
        if (along.Labels.Count > 0)
            facts.Tell(new ConversationLabelled(into.Organisation, into.Id, me.Person, now));
        if (from.TakenBy is { } taker && taker != me.Person)
            await notify.TellAsync(taker, new Notice(Merged.Name, [me.Name], $"inbox/{into.Id}", Key: KeyOf(merge.Id)), cancellation);
        await SaveAsync("conversation-merged", merge, from, into, cancellation);
        return (true, null);
    }

    private async Task<IResult> UndoAsync(Guid id, CancellationToken cancellation)
    {
        var into = await db.OnWhatStandsAsync(async () =>
        {
            ConversationId? found = null;
            await db.WriteAsync(async () => found = await TryUndoAsync(id, cancellation), cancellation);
            return found;
        });
        return into is { } conversation ? Answer.SeeOther(caller.Required.To($"inbox/{conversation}")) : Results.NotFound();
    }

    // Where it is too late the page says how it stands, without the way back.
    private async Task<ConversationId?> TryUndoAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<Merge>().FirstOrDefaultAsync(m => m.Id == id, cancellation) is not { } merge
            || await door.FindAsync(merge.Into.Value, cancellation) is not { } into)
            return null;

        var answers = await db.Set<WrittenAnswer>().AsNoTracking().Where(a => a.Conversation == into.Id).ToListAsync(cancellation);
        if (!merge.MayPart(into, answers))
            return into.Id;

        var now = clock.GetCurrentInstant();
        var from = await db.Set<Conversation>().Include(c => c.Posts).FirstAsync(c => c.Id == merge.From, cancellation);
        var homes = (await parts.UnderAsync(from.Id, cancellation)).Select(p => p.Home).Append(from.Id).ToHashSet();
        var hasMore = await db.Set<Conversation>().AnyAsync(c => c.MergedInto == into.Id && c.Id != from.Id, cancellation);
        await belongings.TakeBackAsync(merge, from, into, cancellation);
        from.PartFrom(into, homes, hasMore, now);
        merge.Undo(now);
        await notify.TakeBackAsync(KeyOf(merge.Id), cancellation);
        await SaveAsync("conversation-parted", merge, from, into, cancellation);
        return into.Id;
    }

    private async Task SaveAsync(string kind, Merge merge, Conversation from, Conversation into, CancellationToken cancellation)
    {
        await times.SetAsync(from, cancellation);
        await times.SetAsync(into, cancellation);
        ledger.Write(merge.Organisation, kind, caller.Required.Person, new { conversation = from.Id.Value, into = into.Id.Value });
        changes.Tell(from);
        changes.Tell(into);
        await db.SaveChangesAsync(cancellation);
    }

    private static string KeyOf(Guid merge) => $"conversation-merged {merge}";
}
