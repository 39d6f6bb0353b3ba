using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Rotfeste.Listening.Streams;

/// <summary>The single writer of what the stream brings. Reader and writer share a bounded queue: a slow database slows the reading.</summary>
internal sealed partial class BatchLoop(IServiceScopeFactory scopes, SourceStanding standing, StreamNews news, ILogger<BatchLoop> log)
{
    public const int MostInBatch = 500;
    private const int TriesBeforeSplitting = 3;
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan QuietCursor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Runs until the queue is completed and empty.</summary>
    /// <param name="queue">What was found.</param>
    /// <param name="seenUs">The stream's clock at the last event whose finds are in the queue.</param>
    /// <param name="giveUp">Ends it at once, with what is not stored to be read again later.</param>
    public async Task RunAsync(ChannelReader<Find> queue, Func<long> seenUs, CancellationToken giveUp)
    {
        var batch = new List<Find>(MostInBatch);
        var stored = 0L;
        while (await HasMoreAsync(queue, giveUp))
        {
            // Asked before the queue is emptied: what was found up to then is in this batch or an earlier one.
            var upTo = seenUs();
            while (batch.Count < MostInBatch && queue.TryRead(out var find))
                batch.Add(find);
            var cursor = batch.Count == MostInBatch ? batch[^1].SeenUs : upTo;
            if (batch.Count == 0 && cursor <= stored)
                continue;

            await StoreAsync(batch, cursor > 0 ? cursor : null, giveUp);
            stored = cursor;
            batch.Clear();
        }
    }

    // True when there is something, and then a little later, so that a burst is one transaction; also now and then when
    // nothing came, so that the cursor follows.
    private static async Task<bool> HasMoreAsync(ChannelReader<Find> queue, CancellationToken giveUp)
    {
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(giveUp);
        quiet.CancelAfter(QuietCursor);
        try
        {
            if (!await queue.WaitToReadAsync(quiet.Token))
                return false;
            if (!queue.Completion.IsCompleted && queue.Count < MostInBatch)
                await Task.Delay(Gather, giveUp);
            return true;
        }
        catch (OperationCanceledException) when (!giveUp.IsCancellationRequested)
        {
            return true;
        }
    }

    // What a full disk does not take now, it takes when there is room: nothing is given up, and the cursor stays.
    private void TellStoring(bool may)
    {
        var before = standing.Now.State;
        standing.MayStore(may);
        if (standing.Now.State != before)
            news.Announce();
    }

    private async Task StoreAsync(IReadOnlyList<Find> batch, long? cursor, CancellationToken giveUp)
    {
        for (var tries = 1; ; tries++)
        {
            var trouble = await TryAsync(batch, cursor, giveUp);
            TellStoring(trouble != Trouble.Outside);
            if (trouble == Trouble.None)
                return;
            if (trouble == Trouble.Batch && tries >= TriesBeforeSplitting && await TryAsync([], null, giveUp) == Trouble.None)
            {
                // The database works, so something in the batch does not go in.
                await StoreApartAsync(batch, cursor, giveUp);
                return;
            }

            var pause = TimeSpan.FromMilliseconds(200 * Math.Pow(2, Math.Min(tries, 10)));
            await Task.Delay(pause < LongestPause ? pause : LongestPause, giveUp);
        }
    }

    private async Task StoreApartAsync(IReadOnlyList<Find> batch, long? cursor, CancellationToken giveUp)
    {
        foreach (var find in batch)
        {
            if (await TryUntilAnsweredAsync([find], null, giveUp) == Trouble.Batch)
                standing.CountUnwritable();
        }

        await TryUntilAnsweredAsync([], cursor, giveUp);
    }

    private async Task<Trouble> TryUntilAnsweredAsync(IReadOnlyList<Find> batch, long? cursor, CancellationToken giveUp)
    {
        while (true)
        {
            var trouble = await TryAsync(batch, cursor, giveUp);
            TellStoring(trouble != Trouble.Outside);
            if (trouble != Trouble.Outside)
                return trouble;
            await Task.Delay(LongestPause, giveUp);
        }
    }

    private async Task<Trouble> TryAsync(IReadOnlyList<Find> batch, long? cursor, CancellationToken giveUp)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<BatchWriting>().WriteAsync(batch, cursor, giveUp);
            return Trouble.None;
        }
        catch (Exception thrown) when (!giveUp.IsCancellationRequested)
        {
            LogNotWritten(thrown, batch.Count);
            return StoreTrouble.IsOutside(thrown) ? Trouble.Outside : Trouble.Batch;
        }
    }

    private enum Trouble
    {
        None,
        Batch,
        Outside,
    }

    [LoggerMessage(LogLevel.Error, "A batch of {Count} finds was not written")]
    private partial void LogNotWritten(Exception thrown, int count);
}
