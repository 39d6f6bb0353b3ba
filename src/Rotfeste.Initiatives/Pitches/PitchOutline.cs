namespace Rotfeste.Initiatives.Pitches;

/// <summary>In which order a leader is told what stands on the page: why first, then what it takes. One sheet of paper each.</summary>
internal static class PitchOutline
{
    /// <summary>Keys of the page's sections on the first sheet.</summary>
    public static IReadOnlyList<string> Why { get; } = ["gain", "changing", "objectives", "solve", "values", "fit", "audience"];

    /// <summary>Keys of the page's sections on the second sheet.</summary>
    public static IReadOnlyList<string> How { get; } = ["doing", "week", "cost", "return", "still", "dangers"];

    // What a leader asks for besides the three questions that every page answers.
    private static readonly string[] Wanted = ["changing", "objectives", "solve", "values", "cost", "return", "still", "dangers"];

    /// <summary>The parts that are filled in, in this order; nothing is shown empty.</summary>
    /// <param name="order">Keys.</param>
    /// <param name="words">The page's words by section.</param>
    public static IReadOnlyList<PitchPartView> Pick(IEnumerable<string> order, IReadOnlyDictionary<string, string> words) =>
        [.. order.Where(key => words.GetValueOrDefault(key, "").Length > 0).Select(key => new PitchPartView(key, words[key]))];

    /// <summary>What a leader will ask for and the page does not say yet.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyDictionary<string, string> words) =>
        [.. Wanted.Where(key => words.GetValueOrDefault(key, "").Length == 0)];
}
