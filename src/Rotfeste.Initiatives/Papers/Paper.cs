namespace Rotfeste.Initiatives.Papers;

/// <summary>After which country's habit a paper is laid out.</summary>
internal enum PaperKind
{
    /// <summary>Norwegian: proposed decision, background, assessment, consequences.</summary>
    Saksframlegg,

    /// <summary>Danish: summary, recommendation, the case, money, what happens next.</summary>
    Indstilling,
}

/// <summary>A paper for a meeting, ready to be written as a file.</summary>
/// <param name="Language">Its language tag, "nb-NO".</param>
/// <param name="Organisation">Who puts it forward.</param>
/// <param name="Kind">What it is called, «Saksframlegg».</param>
/// <param name="Title">What it is about.</param>
/// <param name="Author">Who wrote it, by name.</param>
/// <param name="Page">The word before page numbers.</param>
/// <param name="Blocks">In reading order.</param>
internal sealed record Paper(
    string Language, string Organisation, string Kind, string Title, string Author, string Page, IReadOnlyList<PaperBlock> Blocks);

/// <summary>A piece of a paper.</summary>
internal abstract record PaperBlock;

/// <summary>A heading of level 1 or 2.</summary>
internal sealed record PaperHeading(int Level, string Text) : PaperBlock;

/// <summary>Words; line breaks are kept.</summary>
internal sealed record PaperWords(string Text) : PaperBlock;

/// <summary>Numbered points.</summary>
internal sealed record PaperPoints(IReadOnlyList<string> Points) : PaperBlock;

/// <summary>A table with a header row.</summary>
internal sealed record PaperTable(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows) : PaperBlock;

/// <summary>Lines for date and signature.</summary>
internal sealed record PaperSignature(string Date, string Name) : PaperBlock;
