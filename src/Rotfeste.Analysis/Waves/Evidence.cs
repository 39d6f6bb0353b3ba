using NodaTime;

namespace Rotfeste.Analysis.Waves;

/// <summary>
/// How much speaks for a wave that began within the last half hour: the decimal logarithm of how many times likelier the counts since then are with
/// three, five or eight times as much said as usual, on average over these and over the steps at which it may have begun. By chance alone it
/// is above s once in 10^s steps at most.
/// </summary>
internal sealed class Evidence
{
    private const int LeastPosts = 3;

    // e to more than that is no number any longer.
    private const double MostExponent = 600;

    private static readonly Duration Window = Duration.FromMinutes(30);
    private static readonly double[] Times = [3, 5, 8];

    private readonly List<(Instant At, double Count, double[] Ratios)> _steps = [];

    /// <summary>Takes in a step with what was expected of it; 0 where nothing speaks for a wave, and for a step without posts.</summary>
    public double Add(Instant at, double count, double mean, double dispersion)
    {
        _steps.RemoveAll(s => at - s.At >= Window);
        _steps.Add((at, count, Array.ConvertAll(Times, times => NegativeBinomial.LikelihoodRatio(count, mean, dispersion, times))));
        if (count == 0)
            return 0;

        var (sum, posts, sums) = (0.0, 0.0, new double[Times.Length]);
        for (var since = _steps.Count - 1; since >= 0; since--)
        {
            posts += _steps[since].Count;
            for (var times = 0; times < Times.Length; times++)
            {
                sums[times] += _steps[since].Ratios[times];
                if (posts >= LeastPosts)
                    sum += Math.Exp(Math.Min(sums[times], MostExponent));
            }
        }

        return Math.Max(0, Math.Log10(sum / (_steps.Count * Times.Length)));
    }
}
