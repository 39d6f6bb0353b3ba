using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Rotfeste.Matching;
using Rotfeste.Matching.Lines;

namespace Rotfeste.Host.Commands;

/// <summary>
/// Cuts the input at line ends, holds the pieces against the searches on all cores, and writes the hits in the order of the input as
/// soon as they are known.
/// </summary>
internal sealed class MatchRun(MatchIndex<string> index, PostFormat format, TextWriter speech, bool isTerminal)
{
    private readonly ConcurrentBag<MatchWorker> _workers = [];
    private readonly byte[][] _ids = [.. index.Searches.Select(search => MatchWorker.Json(search.Key))];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _lines;
    private long _posts;
    private long _hits;
    private long _bad;
    private long _nextProgress = 1;

    public async Task RunAsync(Stream input, Stream output, CancellationToken cancellation)
    {
        var pieces = Channel.CreateBounded<Task<MatchWorker>>(Environment.ProcessorCount * 2);
        var writing = WriteAsync(pieces.Reader, output, cancellation);
        try
        {
            await foreach (var piece in LinePieces.OfAsync(input, cancellation))
                await pieces.Writer.WriteAsync(Task.Run(() => Work(piece), cancellation), cancellation);
            pieces.Writer.Complete();
        }
        catch (Exception cause)
        {
            pieces.Writer.Complete(cause);
        }
        await writing;
        await SayAsync();
    }

    private MatchWorker Work(ArraySegment<byte> piece)
    {
        if (!_workers.TryTake(out var worker))
            worker = new(index, _ids, format);
        worker.Work(piece);
        LinePieces.GiveBack(piece);
        return worker;
    }

    private async Task WriteAsync(ChannelReader<Task<MatchWorker>> pieces, Stream output, CancellationToken cancellation)
    {
        await foreach (var piece in pieces.ReadAllAsync(cancellation))
        {
            var worker = await piece;
            await output.WriteAsync(worker.Output, cancellation);
            await output.FlushAsync(cancellation);
            foreach (var line in worker.BadLines)
                await speech.WriteLineAsync($"{(isTerminal ? "\r" : "")}line {_lines + line}: not a post in this format; passed over");
            _lines += worker.Lines;
            _posts += worker.Posts;
            _hits += worker.Hits;
            _bad += worker.BadLines.Count;
            _workers.Add(worker);
            if (isTerminal && _clock.Elapsed.TotalSeconds >= _nextProgress)
            {
                _nextProgress = (long)_clock.Elapsed.TotalSeconds + 1;
                await speech.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"\r{_posts:N0} posts, {_hits:N0} hits …"));
            }
        }
    }

    private Task SayAsync()
    {
        var seconds = _clock.Elapsed.TotalSeconds;
        var bad = _bad > 0 ? string.Create(CultureInfo.InvariantCulture, $", {_bad} bad lines passed over") : "";
        return speech.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{(isTerminal ? "\r" : "")}{_posts} posts, {_hits} hits, {seconds:0.###} seconds, {_posts / Math.Max(seconds, 1e-6):0} posts/s{bad}"));
    }
}
