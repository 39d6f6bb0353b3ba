using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Events;
using Rotfeste.Channels.Orders;
using Rotfeste.Channels.Protocols;
using Rotfeste.Networks;
using Rotfeste.Networks.Mastodon.Statuses;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Mastodon;

/// <summary>What is asked of Mastodon.</summary>
internal sealed class MastodonNetwork(
    AppDb db, MastodonIntake intake, StatusChecks checks, MastodonThreads threads, ServerTimelines timelines, StatusMaking making, StatusSending sending, IClock clock) : INetwork
{
    public async Task<Look> TakeInAsync(ChannelKey channel, CancellationToken cancellation)
    {
        var look = await intake.TakeAsync(channel, cancellation);

        // A server that finds nothing at all is ill, and what it no longer finds is not deleted.
        if (look is { IsAnswered: true, HasMore: false })
            await checks.LookAsync(channel, cancellation);
        return look;
    }

    public async Task ForgetAsync(ChannelId channel, CancellationToken cancellation) =>
        db.RemoveRange(await db.Set<NotificationMark>().Where(m => m.Channel == channel).ToListAsync(cancellation));

    public Task<ThreadAnswer?> ReadThreadAsync(ChannelKey channel, string postUri, CancellationToken cancellation) =>
        threads.ReadAsync(channel, postUri, cancellation);

    public Task<TimelinePage?> ReadTimelineAsync(Channel channel, string? tag, string? above, CancellationToken cancellation) =>
        timelines.ReadAsync(channel, tag, above, cancellation);

    public async Task<SendVerdict> TryAsync(Channel channel, Item item, CancellationToken cancellation)
    {
        var mayBeThere = item.Record is not null;
        if (channel.ObstacleAt(clock.GetCurrentInstant()) is { } obstacle)
            return SendVerdict.Of(obstacle, channel.IsConnected, mayBeThere);
        if (mayBeThere)
        {
            var seen = await sending.LookAsync(channel, item, cancellation);
            if (seen.Found is { } there)
                return Found(channel, item, there);
            if (!seen.CouldLook)
                return new SendVerdict.Unknown(ItemReason.Unreachable);
        }
        else if (await making.MakeAsync(channel, item, cancellation) is { } hindered)
        {
            return hindered;
        }

        var posted = await sending.PostAsync(channel, item, cancellation);
        if (posted.IsOk)
            return Found(channel, item, posted.Value);
        return posted.Failure.Kind == FailureKind.NotFound && !item.AnswersNobody
            ? new SendVerdict.No(ItemReason.ParentGone)
            : SendVerdict.Of(posted.Failure, mayBeThere: false);
    }

    private static SendVerdict.Has Found(Channel channel, Item item, Status status)
    {
        item.Find(StatusAddress.Of(new Uri(channel.Server), status.Id), status.Url?.ToString());
        return new SendVerdict.Has();
    }
}
