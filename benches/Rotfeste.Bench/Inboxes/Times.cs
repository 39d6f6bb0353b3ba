using System.Collections.Concurrent;
using System.Net;
using Rotfeste.Analysis;
using Rotfeste.Bench.Figures;

namespace Rotfeste.Bench.Inboxes;

/// <summary>How long each kind of thing took.</summary>
internal sealed class Times
{
    public const string List = "list";
    public const string Conversation = "conversation";
    public const string Search = "search by words";
    public const string Draft = "draft kept";
    public const string Taken = "taken";
    public const string Answered = "answered";
    private const double Aim = 100;
    private readonly ConcurrentDictionary<string, LatencyRecorder> recorders = new(StringComparer.Ordinal);
    private long asked;
    private long failed;

    /// <summary>Nothing counts before this is set.</summary>
    public bool Counts { get; set; }

    public void Record(string kind, TimeSpan took, HttpStatusCode status)
    {
        if (!Counts)
            return;
        recorders.GetOrAdd(kind, _ => new LatencyRecorder()).Record(took);

        // A colleague was a moment earlier, or the thread moved on: the product asks, as it should.
        if (status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict)
            Interlocked.Increment(ref asked);
        else if ((int)status is not (>= 200 and < 400))
            Interlocked.Increment(ref failed);
    }

    public IEnumerable<Figure> Figures(TimeSpan length)
    {
        yield return new("requests/s", recorders.Values.Sum(r => r.Count) / length.TotalSeconds);
        foreach (var (kind, recorder) in recorders.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            yield return new($"{kind}, how many", recorder.Count);
            yield return new($"{kind} p50 ms", (recorder.Quantile(0.5) ?? 0) / 1000.0);
            yield return new($"{kind} p99 ms", (recorder.Quantile(0.99) ?? 0) / 1000.0, Aim);
        }

        yield return new("asked instead of done", Interlocked.Read(ref asked));
        yield return new("failed", Interlocked.Read(ref failed), 0);
    }
}
