using NodaTime;

namespace Rotfeste.Analysis.Waves;

/// <summary>A wave that was put into simulated counts.</summary>
/// <param name="From">Its first step.</param>
/// <param name="Until">The first step after it.</param>
/// <param name="Times">How many times the usual level.</param>
/// <param name="PostsInHalfAnHour">Posts that came in its first thirty minutes, the usual ones included.</param>
public sealed record SimulatedWave(Instant From, Instant Until, double Times, double PostsInHalfAnHour);

/// <summary>
/// Counts as a search may give them: a day's and a week's rhythm, posts that come in company (negative binomial), and waves of two hours.
/// The same seed gives the same counts.
/// </summary>
public sealed class SimulatedCounts
{
    private SimulatedCounts(IReadOnlyList<(Instant At, int Count)> steps, IReadOnlyList<SimulatedWave> waves) => (Steps, Waves) = (steps, waves);

    /// <summary>The counts in order of time, without gaps.</summary>
    public IReadOnlyList<(Instant At, int Count)> Steps { get; }

    /// <summary>The waves in them, in order, at least half a day apart.</summary>
    public IReadOnlyList<SimulatedWave> Waves { get; }

    /// <summary>Draws a series.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="level">Posts a step on average.</param>
    /// <param name="step">Length of a step.</param>
    /// <param name="days">Length of the series.</param>
    /// <param name="wavesPerMonth">Waves in thirty days, from the fifteenth day on; 0 for none.</param>
    /// <param name="dispersion">Variance over mean of a step, above 1.</param>
    public static SimulatedCounts Draw(int seed, double level, Duration step, int days, double wavesPerMonth, double dispersion = 1.5)
    {
        var random = new Random(seed);
        var start = Instant.FromUtc(2026, 1, 5, 0, 0);
        var count = (int)(Duration.FromDays(days) / step);
        var drawn = Starts(random, days, wavesPerMonth).Select(day => (From: start + (step * (int)(Duration.FromDays(day) / step)), Times: 3 + (7 * random.NextDouble()))).ToList();
        var steps = new (Instant At, int Count)[count];
        var posts = new double[drawn.Count];
        for (var place = 0; place < count; place++)
        {
            var at = start + (step * place);
            var wave = drawn.FindIndex(w => at >= w.From && at < w.From + Duration.FromHours(2));
            var mean = level * Rhythm(at) * (wave >= 0 ? drawn[wave].Times : 1);
            steps[place] = (at, Company(random, mean, dispersion));
            if (wave >= 0 && at < drawn[wave].From + Duration.FromMinutes(30))
                posts[wave] += steps[place].Count;
        }

        return new(steps, [.. drawn.Select((w, at) => new SimulatedWave(w.From, w.From + Duration.FromHours(2), w.Times, posts[at]))]);
    }

    private static IEnumerable<double> Starts(Random random, int days, double perMonth)
    {
        if (perMonth <= 0)
            yield break;
        for (var day = 14 + (random.NextDouble() * 2); day < days - 1; day += 0.5 + (random.NextDouble() * 2 * ((30 / perMonth) - 0.5)))
            yield return day;
    }

    /// <summary>
    /// How a moment stands to the average of its week, which is 1: least at four in the morning, most at four in the afternoon, UTC; at weekends
    /// two thirds of it.
    /// </summary>
    public static double Rhythm(Instant at)
    {
        var utc = at.InUtc();
        var hour = utc.TimeOfDay.TickOfDay / (double)NodaConstants.TicksPerHour;
        var day = 1 + (0.7 * Math.Cos((hour - 16) / 24 * 2 * Math.PI));
        return day * (utc.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? 0.737 : 1.105);
    }

    private static int Company(Random random, double mean, double dispersion) =>
        mean <= 0 ? 0 : Poisson(random, Gamma(random, mean / (dispersion - 1)) * (dispersion - 1));

    // G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables" (2000).
    private static double Gamma(Random random, double shape)
    {
        if (shape < 1)
            return Gamma(random, shape + 1) * Math.Pow(random.NextDouble(), 1 / shape);
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal(random);
            var v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
                return d * v;
        }
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static int Poisson(Random random, double mean)
    {
        // In pieces, so that the product of chances does not run out of numbers.
        var count = 0;
        for (; mean > 30; mean -= 30)
            count += Poisson(random, 30);
        var (product, limit) = (random.NextDouble(), Math.Exp(-mean));
        for (; product > limit; product *= random.NextDouble())
            count++;
        return count;
    }
}
