namespace Rotfeste.Analysis.Waves;

/// <summary>The negative binomial distribution by mean and dispersion (variance over mean).</summary>
public static class NegativeBinomial
{
    private const double Ln10 = 2.302585092994046;
    private const int MostSteps = 500;
    private const double Enough = 1e-12;
    private const double Tiny = 1e-300;

    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
        -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>
    /// Minus the decimal logarithm of the probability of at least so many: 0 for none, 3 for one in a thousand. Exact far into the tail,
    /// where the probability itself would be nought. A count need not be whole: the tail is the regularized incomplete beta function
    /// (NIST Digital Library of Mathematical Functions, 8.17), worked out as Lentz's continued fraction.
    /// </summary>
    /// <param name="count">At least this many; not negative.</param>
    /// <param name="mean">Above 0.</param>
    /// <param name="dispersion">Variance over mean, above 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value outside its range, or NaN.</exception>
    public static double Surprise(double count, double mean, double dispersion)
    {
        if (!(count >= 0 && double.IsFinite(count)))
            throw new ArgumentOutOfRangeException(nameof(count), count, "A count is not negative.");
        if (!(mean > 0 && double.IsFinite(mean)))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "A mean is above 0.");
        if (!(dispersion > 1 && double.IsFinite(dispersion)))
            throw new ArgumentOutOfRangeException(nameof(dispersion), dispersion, "A dispersion is above 1.");
        if (count == 0)
            return 0;

        var size = mean / (dispersion - 1);
        var chance = (dispersion - 1) / dispersion;
        // Above the mean the fraction converges at once; below it that of the other tail does.
        var logarithm = count > mean
            ? LogOfTail(chance, count, size)
            : Math.Log(1 - Math.Exp(LogOfTail(1 / dispersion, size, count)));
        return Math.Max(0, -logarithm / Ln10);
    }

    /// <summary>
    /// Natural logarithm of how many times likelier a count is when so many times as much is said as usual, by as many more who write: the size of
    /// the distribution grows, its dispersion stays. So ten posts spread over half an hour weigh more than ten in one heap.
    /// </summary>
    /// <param name="count">Not negative.</param>
    /// <param name="mean">The usual mean, above 0.</param>
    /// <param name="dispersion">Variance over mean, above 1.</param>
    /// <param name="times">How many times as much, above 0.</param>
    internal static double LikelihoodRatio(double count, double mean, double dispersion, double times)
    {
        var size = mean / (dispersion - 1);
        return LogGamma(count + (times * size)) - LogGamma(times * size) - LogGamma(count + size) + LogGamma(size) - ((times - 1) * size * Math.Log(dispersion));
    }

    // ln I_x(a, b)
    private static double LogOfTail(double x, double a, double b) =>
        (a * Math.Log(x)) + (b * Math.Log(1 - x)) - Math.Log(a) + LogGamma(a + b) - LogGamma(a) - LogGamma(b) + Math.Log(Fraction(x, a, b));

    private static double Fraction(double x, double a, double b)
    {
        var (c, d) = (1.0, NotNought(1 - ((a + b) * x / (a + 1))));
        d = 1 / d;
        var fraction = d;
        for (var m = 1; m <= MostSteps; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotNought(1 + (even * d));
            c = NotNought(1 + (even / c));
            fraction *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotNought(1 + (odd * d));
            c = NotNought(1 + (odd / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < Enough)
                break;
        }

        return fraction;
    }

    private static double NotNought(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    // C. Lanczos, "A precision approximation of the gamma function" (1964), with Godfrey's coefficients for g = 7.
    private static double LogGamma(double z)
    {
        if (z < 0.5)
            return Math.Log(Math.PI / Math.Sin(Math.PI * z)) - LogGamma(1 - z);
        var sum = Lanczos[0];
        for (var at = 1; at < Lanczos.Length; at++)
            sum += Lanczos[at] / (z - 1 + at);
        var t = z + 6.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((z - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
