using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Protocols;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Channels.Orders;

/// <summary>One try at sending: the network does it, and what came of it is marked.</summary>
internal sealed class SendItemTry(AppDb db, AskedNetworks networks, ItemMarks marks, IClock clock) : IDo<SendItemJob>
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
        return await networks.Of(channel.Network).TryAsync(channel, item, cancellation);
    }
}
