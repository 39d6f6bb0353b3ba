using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Events;
using Rotfeste.Channels.Orders;
using Rotfeste.Channels.Protocols;
using Rotfeste.Networks;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Bluesky;

/// <summary>What is asked of Bluesky.</summary>
internal sealed class BlueskyNetwork(
    AppDb db, BlueskyIntake intake, BlueskyCalls calls, RecordMaking making, RecordSending sending, RecordJudging judging, IClock clock) : INetwork
{
    private const int Depth = 30;
    private const int ParentHeight = 200;

    public Task<Look> TakeInAsync(ChannelKey channel, CancellationToken cancellation) => intake.TakeAsync(channel, cancellation);

    public async Task ForgetAsync(ChannelId channel, CancellationToken cancellation) =>
        db.RemoveRange(await db.Set<IntakeMark>().Where(m => m.Channel == channel).ToListAsync(cancellation));

    public async Task<SendVerdict> TryAsync(Channel channel, Item item, CancellationToken cancellation)
    {
        var seen = item.Record is null ? LookedAt.Nothing : await sending.LookAsync(channel, item, cancellation);
        if (seen is LookedAt.Ours or LookedAt.Another)
            return judging.Of(item, seen);

        var mayBeThere = seen == LookedAt.NotSeen;
        if (channel.ObstacleAt(clock.GetCurrentInstant()) is { } obstacle)
            return SendVerdict.Of(obstacle, channel.IsConnected, mayBeThere);
        if (item.Record is null && await making.MakeAsync(channel, item, cancellation) is { } hindered)
            return hindered;

        var verdict = SendVerdict.Of(await sending.PutAsync(channel, item, cancellation), mayBeThere);
        return verdict is SendVerdict.Taken ? judging.Of(item, await sending.LookAsync(channel, item, cancellation)) : verdict;
    }

    // The open stream brings everything that is public there.
    public Task<TimelinePage?> ReadTimelineAsync(Channel channel, string? tag, string? above, CancellationToken cancellation) =>
        Task.FromResult<TimelinePage?>(null);

    public async Task<ThreadAnswer?> ReadThreadAsync(ChannelKey channel, string postUri, CancellationToken cancellation)
    {
        if (!AtUri.TryParse(postUri, out var post))
            return ThreadAnswer.Lacking(postUri);

        var thread = await calls.CallAsync(
            channel, (client, token) => client.GetPostThread(post, Depth, ParentHeight, token, cancellation), cancellation);
        if (thread.IsOk)
            return ThreadReading.Of(thread.Value);
        return thread.Failure.Kind is FailureKind.NotFound ? ThreadAnswer.Lacking(postUri) : null;
    }
}
