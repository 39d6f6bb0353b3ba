namespace Rotfeste.Platform.Ui.Charts;

/// <summary>A day of the week.</summary>
/// <param name="Name">Short: "man.".</param>
/// <param name="Hours">Twenty-four counts, from midnight.</param>
public sealed record ChartDay(string Name, IReadOnlyList<long> Hours);
