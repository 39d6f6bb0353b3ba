using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Closures;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Snoozes;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Dialogue.BulkChanges;

/// <summary>Changes several as one step, each by the rule that holds for one alone; what the rule refuses stays as it is and is counted.</summary>
internal sealed class ChangeMany(
    AppDb db, UsableChannels channels, ChannelPeople people, PlanReading plans, CloseConversation closing, DueTimes times, FactLog facts, Changes changes,
    Notify notify, CurrentCaller caller, IClock clock)
{
    public static NoticeKind Handed { get; } = NoticeKind.Of<Texts>("conversations-handed", "Notice.Handed");

    public Task<Guid> RunAsync(BulkWish wish, CancellationToken cancellation) => db.OnWhatStandsAsync(async () =>
    {
        var made = Guid.Empty;
        await db.WriteAsync(async () => made = await TryAsync(wish, cancellation), cancellation);
        return made;
    });

    private async Task<Guid> TryAsync(BulkWish wish, CancellationToken cancellation)
    {
        var (me, now) = (caller.Required, clock.GetCurrentInstant());
        var sight = await channels.OfAsync(me, cancellation);
        var found = await db.Set<Conversation>().Include(c => c.Posts).Where(c => wish.Chosen.Contains(c.Id)).ToListAsync(cancellation);
        var done = new List<(Conversation Conversation, BulkBefore Before)>();
        foreach (var conversation in found.Where(c => sight.MaySee(c.Channel) && c.MergedInto is null))
        {
            var before = new BulkBefore(
                conversation.TakenBy?.Value, conversation.TakenAt?.ToUnixTimeTicks(), conversation.SnoozedUntil?.ToUnixTimeTicks());
            if (!await ApplyAsync(conversation, wish, now, cancellation))
                continue;
            await times.SetAsync(conversation, cancellation);
            changes.Tell(conversation);
            done.Add((conversation, before));
        }

        var bulk = BulkChange.Of(me.Organisation, me.Person, now, wish.Kind, wish.Label, wish.Chosen.Count - done.Count);
        db.Add(bulk);
        if (wish.To is { } to && to != me.Person && done.Count > 0)
            await notify.TellAsync(to, new Notice(Handed.Name, [me.Name, $"{done.Count}"], "inbox?view=mine", NoticeUrgency.Urgent, KeyOf(bulk.Id)), cancellation);
        await db.SaveChangesAsync(cancellation);

        // The versions are known once all is saved; both lie in one transaction.
        bulk.Remember(done.Select(d => new BulkRow(d.Conversation.Id.Value, d.Before, d.Conversation.Version)));
        await db.SaveChangesAsync(cancellation);
        return bulk.Id;
    }

    private async Task<bool> ApplyAsync(Conversation conversation, BulkWish wish, Instant now, CancellationToken cancellation)
    {
        var me = caller.Required.Person;
        return wish.Kind switch
        {
            BulkKind.Take => conversation.TakenBy is null && conversation.ClosedAt is null && conversation.Take(me, now),
            BulkKind.HandOver => conversation.ClosedAt is null && conversation.TakenBy != wish.To
                && (await people.WhoMayAnswerAsync(conversation.Channel, cancellation)).Contains(wish.To!.Value) && conversation.HandOver(me, wish.To.Value, now),
            BulkKind.Label => await LabelAsync(conversation, wish, cancellation),
            BulkKind.PutOff => !SnoozeWords.IsUrgent(conversation, await plans.ReadAsync(cancellation), now) && conversation.Snooze(wish.Until!.Value, now),
            _ => closing.Close(conversation, wish.Outcome!.Value),
        };
    }

    private async Task<bool> LabelAsync(Conversation conversation, BulkWish wish, CancellationToken cancellation)
    {
        var label = wish.Label!.Value;
        if (await db.Set<ConversationLabel>().AnyAsync(l => l.Conversation == conversation.Id && l.Label == label, cancellation))
            return false;

        db.Add(new ConversationLabel { Organisation = conversation.Organisation, Conversation = conversation.Id, Label = label });
        facts.Tell(new ConversationLabelled(conversation.Organisation, conversation.Id, caller.Required.Person, clock.GetCurrentInstant()));
        return true;
    }

    /// <summary>What was told about it; taken back with it.</summary>
    public static string KeyOf(Guid bulk) => $"bulk {bulk}";
}
