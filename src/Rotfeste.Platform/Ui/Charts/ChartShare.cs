namespace Rotfeste.Platform.Ui.Charts;

/// <summary>A part of a whole.</summary>
/// <param name="Name">In the reader's words.</param>
/// <param name="Count">How many.</param>
/// <param name="Before">How many in the stretch before, or null where that is not known.</param>
/// <param name="Address">The posts behind it, or null.</param>
/// <param name="Kind">What sort of part it is, in a word; what the ink says is said in words too.</param>
/// <param name="Ink">Class of the bar: "c-us", "c-2", "c-3" or "c-rest".</param>
public sealed record ChartShare(string Name, long Count, long? Before = null, string? Address = null, string? Kind = null, string Ink = "c-us");
