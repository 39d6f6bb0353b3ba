namespace Rotfeste.Analysis;

/// <summary>Quantiles of a sample, or the word that it is too small to say.</summary>
public static class Quantiles
{
    /// <summary>Below this many observations a quantile is not told unless the caller says otherwise.</summary>
    public const int UsualMinimum = 5;

    /// <summary>
    /// The exact quantile of a sample in any order: linear between order statistics, type 7 of Hyndman and Fan, "Sample quantiles in
    /// statistical packages" (The American Statistician 50, 1996). Unit as in the sample. Throws ArgumentOutOfRangeException for a share
    /// outside 0 to 1 or a minimum below 1, ArgumentException where the sample holds NaN.
    /// </summary>
    /// <param name="sample">The observations; not changed.</param>
    /// <param name="share">0 for the least, 0.5 for the median, 1 for the greatest.</param>
    /// <param name="minimum">Fewest observations that are enough to say.</param>
    public static Quantile Of(ReadOnlySpan<double> sample, double share, int minimum = UsualMinimum)
    {
        Check(share, minimum);
        var sorted = Sorted(sample);
        return At(sorted, share, minimum);
    }

    /// <summary>Several quantiles of one sample, in the order of the shares; otherwise as <see cref="Of"/>.</summary>
    public static Quantile[] Of(ReadOnlySpan<double> sample, ReadOnlySpan<double> shares, int minimum = UsualMinimum)
    {
        var sorted = Sorted(sample);
        var quantiles = new Quantile[shares.Length];
        for (var at = 0; at < shares.Length; at++)
        {
            Check(shares[at], minimum);
            quantiles[at] = At(sorted, shares[at], minimum);
        }
        return quantiles;
    }

    private static void Check(double share, int minimum)
    {
        if (!(share is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 1);
    }

    private static double[] Sorted(ReadOnlySpan<double> sample)
    {
        var sorted = sample.ToArray();
        foreach (var value in sorted)
        {
            if (double.IsNaN(value))
                throw new ArgumentException("NaN has no place in an order.", nameof(sample));
        }
        Array.Sort(sorted);
        return sorted;
    }

    private static Quantile At(double[] sorted, double share, int minimum)
    {
        if (sorted.Length < minimum)
            return new(null, sorted.Length, minimum);
        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        var part = place - below;
        // Equal neighbours first: between two infinities a difference would be NaN.
        var value = part == 0 || sorted[below] == sorted[above]
            ? sorted[below]
            : (sorted[below] * (1 - part)) + (sorted[above] * part);
        return new(value, sorted.Length, minimum);
    }
}

/// <summary>A quantile, or too few observations to say.</summary>
/// <param name="Value">In the sample's unit; null where there are too few.</param>
/// <param name="Count">Observations there were.</param>
/// <param name="Minimum">Observations that would have been enough.</param>
public readonly record struct Quantile(double? Value, int Count, int Minimum)
{
    /// <summary>True where nothing can be said.</summary>
    public bool TooFew => Value is null;
}
