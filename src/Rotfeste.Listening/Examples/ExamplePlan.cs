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
            sayings.Add(new(ordinary[at], Speaker(ordinary[at], random), Awake(around, zone, random)));
        }

        sayings.AddRange(Wave(now, random));
        return [.. sayings.OrderBy(s => s.At)];
    }

    // First few, then many, then fewer: what a morning without water sounds like. The local paper is first.
    private static IEnumerable<ExampleSaying> Wave(Instant now, SameEachTime random)
    {
        var count = ExampleWave.Words.Count;
        for (var at = 0; at < count; at++)
        {
            var share = (at + (random.Next(700) / 1000.0)) / count;
            var when = now - WaveLength + (WaveLength * (0.5 * (share + Math.Pow(share, 2))));
            yield return new(ExampleWave.Words[at], at == 0 ? Of("fjordvikavis") : Speaker(ExampleWave.Words[at], random), when);
        }
    }

    // Papers and clubs say what only they would say; the rest is said by people.
    private static int Speaker(string text, SameEachTime random)
    {
        if (text.StartsWith("Fjordvik Avis", StringComparison.Ordinal))
            return Of("fjordvikavis");
        if (text.StartsWith("FAU ", StringComparison.Ordinal))
            return Of("fauliaskole");
        int person;
        do
            person = random.Next(ExampleWords.People.Count);
        while (ExampleWords.Bodies.Contains(ExampleWords.People[person].Handle));
        return person;
    }

    private static int Of(string handle) =>
        Enumerable.Range(0, ExampleWords.People.Count).First(p => ExampleWords.People[p].Handle == handle);

    // Hardly anybody writes at four in the morning.
    private static Instant Awake(Instant at, DateTimeZone zone, SameEachTime random) =>
        at.InZone(zone).Hour is >= 1 and < 6 ? at + Duration.FromMinutes(300 + random.Next(90)) : at;
}
