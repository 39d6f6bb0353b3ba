using NodaTime;
using Rotfeste.Analysis;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Reports;

/// <summary>Adds up waits of one kind.</summary>
internal sealed class Tally(CountingRule rule)
{
    private readonly List<double> worked = [];
    private readonly List<double> passed = [];
    private int asked;
    private int inTime;
    private int late;

    /// <summary>Those who answered.</summary>
    public HashSet<PersonId> People { get; } = [];

    public void Add(in CountedWait wait)
    {
        asked++;
        if (rule.Has(CountedPart.InTime, wait))
            inTime++;
        if (rule.Has(CountedPart.Late, wait))
            late++;
        if (!rule.Has(CountedPart.Answered, wait))
            return;

        worked.Add(wait.Worked);
        passed.Add(((wait.EndedAt ?? wait.AskedAt) - wait.AskedAt).TotalSeconds);
        if (wait.By is { } person)
            People.Add(person);
    }

    public Figure Close() => new(asked, worked.Count, inTime, late, Spread.Of(worked), Spread.Of(passed));
}

/// <summary>What one kind of answer comes to.</summary>
/// <param name="Asked">Questions.</param>
/// <param name="Answered">Those answered.</param>
/// <param name="InTime">Those answered within the aim.</param>
/// <param name="Late">Those that went beyond it, answered or not.</param>
/// <param name="Worked">In working time.</param>
/// <param name="Passed">By the clock.</param>
public sealed record Figure(int Asked, int Answered, int InTime, int Late, Spread Worked, Spread Passed)
{
    private const int Fewest = Quantiles.UsualMinimum;

    /// <summary>Per cent within the aim, of those that have one; null where there are too few to tell.</summary>
    public int? Share => InTime + Late < Fewest ? null : (int)Math.Round(100.0 * InTime / (InTime + Late), MidpointRounding.AwayFromZero);
}

/// <summary>Half were answered within the median, nine of ten within the ninetieth percentile; null where there are too few to tell.</summary>
public readonly record struct Spread(Duration? Median, Duration? Ninetieth)
{
    internal static Spread Of(List<double> seconds)
    {
        var both = Quantiles.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(seconds), [0.5, 0.9]);
        return new Spread(Time(both[0]), Time(both[1]));
    }

    private static Duration? Time(Quantile quantile) => quantile.Value is { } seconds ? Duration.FromSeconds(seconds) : null;
}
