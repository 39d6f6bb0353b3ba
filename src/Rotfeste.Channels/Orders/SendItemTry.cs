using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Channels.Orders;

/// <summary>One try at sending: fixes the record, looks where an earlier try may have reached, sends, and marks what came of it.</summary>
internal sealed partial class SendItemTry(
    AppDb db, RecordMaking making, RecordSending sending, ItemMarks marks, IClock clock, ILogger<SendItemTry> log) : IDo<SendItemJob>
{
    public static bool IsOutside => true;

    public async Task<DueOutcome> DoAsync(SendItemJob job, DueTry attempt, CancellationToken cancellation)
    {
        FaultPoint.Pass("send-claimed");
        db.MustOutliveAPowerFailure();
        try
        {
            var item = await db.Set<Item>().FirstOrDefaultAsync(i => i.Id == job.Item, cancellation);
            return item is null || item.IsSettled
                ? DueOutcome.Done
                : await marks.MarkAsync(item, await TryAsync(item, cancellation), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A person took it back or the like at the same moment: begin again from what is stored now.
            db.ChangeTracker.Clear();
            return DueOutcome.TryAgain(clock.GetCurrentInstant(), "changed-meanwhile");
        }
    }

    private async Task<SendVerdict> TryAsync(Item item, CancellationToken cancellation)
    {
        var channel = await db.Set<Channel>().AsNoTracking().FirstAsync(c => c.Id == item.Channel, cancellation);
        var seen = item.Record is null ? LookedAt.Nothing : await sending.LookAsync(channel, item, cancellation);
        if (seen is LookedAt.Ours or LookedAt.Another)
            return Judge(item, seen);

        var mayBeThere = seen == LookedAt.NotSeen;
        if (channel.ObstacleAt(clock.GetCurrentInstant()) is { } obstacle)
            return Judge(obstacle, channel.IsConnected, mayBeThere);
        if (item.Record is null && await making.MakeAsync(channel, item, cancellation) is { } hindered)
            return hindered;

        var verdict = SendVerdict.Of(await sending.PutAsync(channel, item, cancellation), mayBeThere);
        return verdict is SendVerdict.Taken ? Judge(item, await sending.LookAsync(channel, item, cancellation)) : verdict;
    }

    private static SendVerdict Judge(Obstacle obstacle, bool isConnected, bool mayBeThere) => (mayBeThere, isConnected) switch
    {
        (true, _) => new SendVerdict.Unknown(obstacle.Reason, obstacle.Until),
        (_, true) => new SendVerdict.Wait(obstacle.Reason, obstacle.Until),
        _ => new SendVerdict.No(obstacle.Reason),
    };

    private SendVerdict Judge(Item item, LookedAt seen)
    {
        if (seen == LookedAt.Another)
            LogTaken(item.Id);
        return seen switch
        {
            LookedAt.Ours => new SendVerdict.Has(),
            LookedAt.Another => new SendVerdict.No(ItemReason.RecordRefused),
            _ => new SendVerdict.Unknown(ItemReason.Unreachable),
        };
    }

    [LoggerMessage(LogLevel.Error, "The record key of item {Item} holds something else")]
    private partial void LogTaken(ItemId item);
}
