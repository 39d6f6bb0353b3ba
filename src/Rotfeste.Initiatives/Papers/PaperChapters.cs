namespace Rotfeste.Initiatives.Papers;

/// <summary>A chapter of a paper.</summary>
/// <param name="Key">Which: "Propose", "Frame", "Stands" and "Next" hold more than sections of the page.</param>
/// <param name="Sections">Keys of the page's sections in it, in order.</param>
internal sealed record PaperChapter(string Key, params IReadOnlyList<string> Sections);

/// <summary>Which chapters stand in which paper, in order. Every section of a page stands in each exactly once.</summary>
internal static class PaperChapters
{
    public static IReadOnlyList<PaperChapter> Of(PaperKind kind) => kind == PaperKind.Indstilling ? Indstilling : Saksframlegg;

    private static readonly PaperChapter[] Saksframlegg =
    [
        new("Propose"),
        new("Case", "gain", "changing", "objectives", "solve", "audience"),
        new("Weigh", "values", "fit", "return", "still", "dangers"),
        new("Frame", "doing", "week", "cost"),
        new("Stands"),
    ];

    private static readonly PaperChapter[] Indstilling =
    [
        new("Summary", "gain"),
        new("Propose"),
        new("Case", "changing", "objectives", "solve", "audience", "values", "fit", "doing", "week"),
        new("Frame", "cost", "return", "still"),
        new("Weigh", "dangers"),
        new("Stands"),
        new("Next"),
    ];
}
