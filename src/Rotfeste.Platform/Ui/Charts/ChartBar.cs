namespace Rotfeste.Platform.Ui.Charts;

/// <summary>One bar: what was counted in one stretch of time.</summary>
/// <param name="Label">The stretch in words, as the table says it: "tir 24. kl. 6–12".</param>
/// <param name="Count">How many; ignored in a gap.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Tick">What stands under the axis here, or null for most bars.</param>
/// <param name="Expected">What was to be expected, or null where nobody knows.</param>
/// <param name="Address">The posts behind it, or null.</param>
/// <param name="Wave">The name of the wave that it belongs to, or null.</param>
/// <param name="Gap">What is missing in it, and when, or null: all of it where the kind is a gap, else a part.</param>
public sealed record ChartBar(
    string Label,
    int Count,
    BarKind Kind = BarKind.Counted,
    string? Tick = null,
    ExpectedRange? Expected = null,
    string? Address = null,
    string? Wave = null,
    string? Gap = null);

/// <summary>From the low to the high end of what was to be expected, in counts.</summary>
public readonly record struct ExpectedRange(double Low, double High);

/// <summary>How a bar is drawn.</summary>
public enum BarKind
{
    /// <summary>Filled.</summary>
    Counted,

    /// <summary>Dashed: the stretch is not over yet.</summary>
    Unfinished,

    /// <summary>Hatched: nothing was received, which is not the same as silence.</summary>
    Gap,
}
