using NodaTime;

namespace Rotfeste.Listening.Examples;

/// <summary>Something somebody invented says at a time.</summary>
internal sealed record ExampleSaying(string Text, int Person, Instant At);

/// <summary>Lays the example's words out over the weeks before a moment: the same moment gives the same plan.</summary>
internal static class ExamplePlan
{
    public static readonly Duration Weeks = Duration.FromDays(28);
    private static readonly Duration WaveLength = Duration.FromHours(7);

    public static IReadOnlyList<ExampleSaying> Of(Instant now, DateTimeZone zone)
    {
        var random = new SameEachTime(20_261_124);
        var ordinary = ExampleWords.AboutUs.Concat(ExampleWords.School).Concat(ExampleWords.Winter).Concat(ExampleWords.Water)
            .OrderBy(_ => random.Next(1_000_000)).ToList();
        var sayings = new List<ExampleSaying>();
        var end = now - WaveLength - Duration.FromHours(1);
        var step = (Weeks - WaveLength) / ordinary.Count;
        for (var at = 0; at < ordinary.Count; at++)
        {
            var around = end - (step * at) - (step * (random.Next(800) / 1000.0));
            sayings.Add(new(ordinary[at], random.Next(ExampleWords.People.Count), Awake(around, zone, random)));
        }

        sayings.AddRange(Wave(now, random));
        return [.. sayings.OrderBy(s => s.At)];
    }

    // First few, then many, then fewer: what a morning without water sounds like. The local paper is first.
    private static IEnumerable<ExampleSaying> Wave(Instant now, SameEachTime random)
    {
        var paper = Enumerable.Range(0, ExampleWords.People.Count).First(p => ExampleWords.People[p].Handle == "fjordvikavis");
        var count = ExampleWave.Words.Count;
        for (var at = 0; at < count; at++)
        {
            var share = (at + (random.Next(700) / 1000.0)) / count;
            var when = now - WaveLength + (WaveLength * (0.5 * (share + Math.Pow(share, 2))));
            var isPaper = at == 0 || ExampleWave.Words[at].StartsWith("Fjordvik Avis", StringComparison.Ordinal);
            yield return new(ExampleWave.Words[at], isPaper ? paper : random.Next(ExampleWords.People.Count), when);
        }
    }

    // Hardly anybody writes at four in the morning.
    private static Instant Awake(Instant at, DateTimeZone zone, SameEachTime random) =>
        at.InZone(zone).Hour is >= 1 and < 6 ? at + Duration.FromMinutes(300 + random.Next(90)) : at;
}
