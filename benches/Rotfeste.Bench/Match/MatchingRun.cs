using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Rotfeste.Bench.Figures;
using Rotfeste.Matching;
using Rotfeste.Matching.Lines;

namespace Rotfeste.Bench.Match;

/// <summary>How many posts a second are held against 10,000 and 100,000 searches: texts alone, and as the events of a stream.</summary>
internal static partial class MatchingRun
{
    private const int TextCount = 20_000;

    public static void Run(bool isShort)
    {
        var texts = Sentences.Read(TextCount);
        var vocabulary = Sentences.Vocabulary(texts);
        var posts = texts.Select(Encoding.UTF8.GetBytes).ToArray();
        var events = texts.Select(JetstreamEvents.Of).ToArray();
        var took = TimeSpan.FromSeconds(isShort ? 1 : 4);
        foreach (var count in new[] { 10_000, 100_000 })
        {
            foreach (var isHeavy in new[] { false, true })
                Measure(RandomSearches.Make(vocabulary, count, isHeavy), isHeavy, posts, events, took);
        }
    }

    private static void Measure(string[] searches, bool isHeavy, byte[][] posts, byte[][] events, TimeSpan took)
    {
        var queries = searches.Select((text, at) => KeyValuePair.Create(at, Read(text))).ToArray();
        var building = Stopwatch.StartNew();
        var index = MatchIndex<int>.Build(queries);
        var built = building.Elapsed;
        double aim = searches.Length > 10_000 ? 200_000 : 1_500_000;
        var figures = new List<Figure>
        {
            new("bytes a text", posts.Average(p => (double)p.Length)),
            new("hits a post", Hits(index, posts)),
            new("ms to build the index", built.TotalMilliseconds),
            new("texts/s, one core", Rate(posts, took, 1, () => Texts(index)), isHeavy ? null : aim, MoreIsBetter: true),
            new("texts/s, all cores", Rate(posts, took, Environment.ProcessorCount, () => Texts(index))),
            new("Jetstream events/s, one core", Rate(events, took, 1, () => Lines(index)), isHeavy || searches.Length > 10_000 ? null : 400_000, MoreIsBetter: true),
            new("Jetstream events/s, all cores", Rate(events, took, Environment.ProcessorCount, () => Lines(index))),
        };
        var words = searches.SelectMany(s => Word().Matches(s).Select(m => m.Value)).Where(w => w.Length > 1).Distinct().ToArray();
        using (var scanner = Vectorscan.Over(words))
        {
            if (scanner is not null)
                figures.Add(new($"texts/s, Vectorscan for the {words.Length:N0} words alone, one core", Rate(posts, took, 1, () => text => scanner.Scan(text))));
        }
        new Result($"match, {searches.Length:N0} {(isHeavy ? "heavy" : "light")} searches", figures).Print();
    }

    private static Query Read(string text) =>
        Query.TryParse(text, out var query, out var refusal) ? query : throw new InvalidOperationException($"{text}: {refusal}");

    private static double Hits(MatchIndex<int> index, byte[][] posts)
    {
        var hits = new Hits();
        return posts.Average(p => (double)index.Match(new Post(p), hits));
    }

    private static Action<byte[]> Texts(MatchIndex<int> index)
    {
        var hits = new Hits();
        return text => index.Match(new Post(text), hits);
    }

    private static Action<byte[]> Lines(MatchIndex<int> index)
    {
        var (line, hits) = (new PostLine(), new Hits());
        return text =>
        {
            if (line.Read(text, PostFormat.Jetstream) != LineKind.Post)
                throw new InvalidOperationException("An event could not be read.");
            index.Match(line.Post, hits);
        };
    }

    // The best of three: what disturbs a run only ever makes it slower.
    private static double Rate(byte[][] posts, TimeSpan took, int threads, Func<Action<byte[]>> start)
    {
        Round(posts, took / 2, threads, start);
        return Enumerable.Range(0, 3).Max(_ => Round(posts, took / 3, threads, start));
    }

    private static double Round(byte[][] posts, TimeSpan took, int threads, Func<Action<byte[]>> start)
    {
        var done = new long[threads];
        var clock = Stopwatch.StartNew();
        var running = Enumerable.Range(0, threads).Select(number => new Thread(() =>
        {
            var take = start();
            var count = 0L;
            for (var at = number * posts.Length / threads; clock.Elapsed < took; count += 256)
            {
                for (var step = 0; step < 256; step++)
                {
                    take(posts[at]);
                    at = at + 1 == posts.Length ? 0 : at + 1;
                }
            }
            done[number] = count;
        })).ToArray();
        Array.ForEach(running, t => t.Start());
        Array.ForEach(running, t => t.Join());
        return done.Sum() / clock.Elapsed.TotalSeconds;
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
