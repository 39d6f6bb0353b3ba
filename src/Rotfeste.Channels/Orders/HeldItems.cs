using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Channels.Orders;

/// <summary>Orders that wait for their channel.</summary>
internal sealed class HeldItems(AppDb db, DueWork due, IClock clock)
{
    /// <summary>Has them tried at once, with the caller's save: the channel can be used again.</summary>
    public async Task GoOnAsync(ChannelId channel, CancellationToken cancellation)
    {
        var held = await db.Set<Item>().AsNoTracking()
            .Where(i => i.Channel == channel && i.Reason != ItemReason.None)
            .Where(i => i.State == ItemState.Queued || i.State == ItemState.Sending || i.State == ItemState.OutcomeUnknown)
            .Select(i => new { i.Organisation, i.Id })
            .ToListAsync(cancellation);
        foreach (var item in held)
        {
            var job = new SendItemJob(item.Organisation, item.Id);
            await due.ScheduleAsync(job, clock.GetCurrentInstant(), job.Key(), cancellation);
        }
    }
}
