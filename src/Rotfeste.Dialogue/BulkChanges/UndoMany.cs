using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Labels;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Dialogue.BulkChanges;

/// <summary>Puts back what a bulk change changed; what somebody has gone on with is left to them and counted.</summary>
internal sealed class UndoMany(AppDb db, DueTimes times, FactLog facts, Changes changes, Notify notify, CurrentCaller caller, IClock clock)
{
    /// <summary>For so long after the change.</summary>
    public static readonly Duration Regret = Duration.FromMinutes(30);

    /// <summary>Null where there is none of this person's.</summary>
    public async Task<BulkChange?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var me = caller.Required.Person;
        return await db.Set<BulkChange>().FirstOrDefaultAsync(b => b.Id == id && b.By == me, cancellation);
    }

    /// <summary>False where it cannot be undone any longer, or is undone.</summary>
    public Task<bool> RunAsync(Guid id, CancellationToken cancellation) => db.OnWhatStandsAsync(async () =>
    {
        var isUndone = false;
        await db.WriteAsync(async () => isUndone = await TryAsync(id, cancellation), cancellation);
        return isUndone;
    });

    private async Task<bool> TryAsync(Guid id, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (await FindAsync(id, cancellation) is not { UndoneAt: null } bulk || bulk.At + Regret < now)
            return false;

        var rows = bulk.Changed.ToDictionary(r => ConversationId.From(r.Conversation));
        var ids = rows.Keys.ToList();
        var found = await db.Set<Conversation>().Include(c => c.Posts).Where(c => ids.Contains(c.Id)).ToListAsync(cancellation);
        var untouched = found.Where(c => c.Version == rows[c.Id].Version).ToList();
        foreach (var conversation in untouched)
        {
            await PutBackAsync(conversation, bulk, rows[conversation.Id].Before, now, cancellation);
            await times.SetAsync(conversation, cancellation);
            changes.Tell(conversation);
        }

        bulk.Undo(rows.Count - untouched.Count, now);
        await notify.TakeBackAsync(ChangeMany.KeyOf(id), cancellation);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private async Task PutBackAsync(Conversation conversation, BulkChange bulk, BulkBefore before, Instant now, CancellationToken cancellation)
    {
        if (bulk.Kind == BulkKind.Close)
            conversation.Reopen(now);
        if (bulk.Kind is BulkKind.Close or BulkKind.PutOff)
            conversation.PutOffUntil(before.SnoozedUntil is { } until ? Instant.FromUnixTimeTicks(until) : null, now);
        if (bulk.Kind is BulkKind.Take or BulkKind.HandOver)
            conversation.GiveBackTo(before.TakenBy is { } taker ? PersonId.From(taker) : null, before.TakenAt is { } at ? Instant.FromUnixTimeTicks(at) : null);
        if (bulk is not { Kind: BulkKind.Label, Label: { } label })
            return;

        db.RemoveRange(await db.Set<ConversationLabel>().Where(l => l.Conversation == conversation.Id && l.Label == label).ToListAsync(cancellation));
        facts.Tell(new ConversationLabelled(conversation.Organisation, conversation.Id, bulk.By, now));
    }
}
