using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Live;

namespace Rotfeste.Channels.Orders;

/// <summary>Stores what came of a try, and tells of it, in one save.</summary>
internal sealed class ItemMarks(AppDb db, FactLog facts, LiveTopics live, IClock clock)
{
    private static readonly Duration[] Pauses =
        [Duration.FromSeconds(2), Duration.FromSeconds(5), Duration.FromSeconds(15), Duration.FromMinutes(1), Duration.FromMinutes(5)];

    /// <summary>Where only a person can help: they wake the order when they do, and this is a second chance.</summary>
    private static readonly Duration UntilAPersonHelps = Duration.FromMinutes(10);

    public Task<DueOutcome> MarkAsync(Item item, SendVerdict verdict, CancellationToken cancellation) => verdict switch
    {
        SendVerdict.Has => SentAsync(item, cancellation),
        SendVerdict.No no => RefusedAsync(item, no.Reason, cancellation),
        SendVerdict.Unknown unknown => DelayedAsync(item, unknown.Reason, unknown.Until, item.LoseSight, cancellation),
        SendVerdict.Wait wait => DelayedAsync(item, wait.Reason, wait.Until, item.Wait, cancellation),
        _ => throw new InvalidOperationException($"{verdict} must be looked at before it is marked."),
    };

    private async Task<DueOutcome> SentAsync(Item item, CancellationToken cancellation)
    {
        FaultPoint.Pass("send-before-mark");
        await db.WriteAsync(
            async () =>
            {
                var now = clock.GetCurrentInstant();
                item.MarkSent(now);
                Announce(item);
                await db.SaveChangesAsync(cancellation);
                FaultPoint.Pass("send-marked");
                facts.Tell(new ItemSent(item.Organisation, item.Id, item.Channel, item.By, now));
                FaultPoint.Pass("send-before-fact");
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        FaultPoint.Pass("send-told");
        return DueOutcome.Done;
    }

    private async Task<DueOutcome> RefusedAsync(Item item, ItemReason reason, CancellationToken cancellation)
    {
        item.Refuse(reason);
        facts.Tell(new ItemRefused(item.Organisation, item.Id, item.Channel, reason, clock.GetCurrentInstant()));
        Announce(item);
        await db.SaveChangesAsync(cancellation);
        return DueOutcome.Done;
    }

    private async Task<DueOutcome> DelayedAsync(
        Item item, ItemReason reason, Instant? until, Func<ItemReason, Instant, bool> delay, CancellationToken cancellation)
    {
        var next = NextTry(item, reason, until);
        if (delay(reason, next))
            facts.Tell(new ItemDelayed(item.Organisation, item.Id, item.Channel, item.State, reason, clock.GetCurrentInstant()));
        Announce(item);
        await db.SaveChangesAsync(cancellation);
        return DueOutcome.TryAgain(next, reason.ToString());
    }

    private Instant NextTry(Item item, ItemReason reason, Instant? until)
    {
        var now = clock.GetCurrentInstant();
        if (until is { } named && named > now)
            return named;
        var pause = reason is ItemReason.SignInAgain or ItemReason.Paused or ItemReason.AccountRefused
            ? UntilAPersonHelps
            : Pauses[Math.Min(item.Tries, Pauses.Length - 1)];
        return now + pause;
    }

    private void Announce(Item item) => live.AnnounceAfter(db, item.Organisation, ChannelTopics.Of(item.Id));
}
