using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Listening.Watching;
using Rotfeste.Networks.Jetstream;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Streams;

/// <summary>One opening of the stream: events go through the sieve into the queue, states to the screen.</summary>
internal sealed class StreamListener(
    IServiceScopeFactory scopes, WatchKeeper watch, Sieve sieve, SourceStanding standing, StreamNews news, IClock clock, ChannelWriter<Find> queue)
    : IStreamListener
{
    private long seenUs;

    /// <summary>The stream's clock at the last event whose finds are in the queue.</summary>
    public long SeenUs => Volatile.Read(ref seenUs);

    // The first opening writes down where it begins before it listens: a crash before the first batch loses nothing then.
    public async ValueTask<long?> StoredUpTo(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var cursor = await db.Set<StreamCursor>().FirstOrDefaultAsync(c => c.Stream == BatchWriting.Stream, cancel);
        if (cursor is null)
        {
            cursor = new StreamCursor { Stream = BatchWriting.Stream, StoredUs = clock.GetCurrentInstant().ToUnixTimeTicks() / 10 };
            db.Add(cursor);
            await db.SaveChangesAsync(cancel);
        }

        return cursor.StoredUs;
    }

    public ValueTask Take(StreamEvent streamEvent, CancellationToken cancel)
    {
        standing.Count(streamEvent);
        var find = sieve.Look(streamEvent, watch.Current);
        if (find is null || queue.TryWrite(find))
        {
            MoveTo(streamEvent.TimeUs);
            return ValueTask.CompletedTask;
        }

        return WaitAsync(find, cancel);
    }

    public async ValueTask Tell(StreamState state, CancellationToken cancel)
    {
        switch (state)
        {
            case StreamConnecting when standing.Now.State != SourceState.Broken:
                standing.Become(SourceState.Connecting, state.Host.Host);
                break;
            case StreamLive live:
                standing.Become(SourceState.Live, state.Host.Host, Instant.FromDateTimeOffset(live.Since));
                break;
            case StreamReconnecting broken:
                standing.Become(SourceState.Broken, state.Host.Host, Instant.FromDateTimeOffset(broken.Since));
                break;
            case StreamGap gap:
                await KeepAsync(gap, cancel);
                break;
        }

        news.Announce();
    }

    private async ValueTask WaitAsync(Find find, CancellationToken cancel)
    {
        await queue.WriteAsync(find, cancel);
        MoveTo(find.SeenUs);
    }

    // A malformed frame has no time; another host's clock may stand a little behind.
    private void MoveTo(long us)
    {
        if (us > seenUs)
            Volatile.Write(ref seenUs, us);
    }

    private async Task KeepAsync(StreamGap gap, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var from = Instant.FromDateTimeOffset(gap.From);
        if (await db.Set<StreamGapRow>().AnyAsync(g => g.Stream == BatchWriting.Stream && g.From == from, cancel))
            return;
        db.Add(new StreamGapRow
        {
            Id = Guid.CreateVersion7(),
            Stream = BatchWriting.Stream,
            From = from,
            Until = Instant.FromDateTimeOffset(gap.To),
        });
        await db.SaveChangesAsync(cancel);
    }
}
