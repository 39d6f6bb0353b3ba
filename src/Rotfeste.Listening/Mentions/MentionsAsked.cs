using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Rotfeste.Listening.Mentions;

/// <summary>What the page was asked for: all of it stands in the address, so that it can be kept and sent on.</summary>
/// <param name="Search">One search only, or null for all.</param>
/// <param name="Days">How far the figures look back.</param>
/// <param name="Before">The list goes on after this one, or null for its top.</param>
public sealed record MentionsAsked(Guid? Search, int Days, MentionPlace? Before)
{
    public const int UsualDays = 14;
    private const int LongestText = 500;

    /// <summary>The lengths to choose among.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [7, 14, 28, 90];

    /// <summary>One label only.</summary>
    public Guid? Label { get; init; }

    /// <summary>One network only.</summary>
    public string? Source { get; init; }

    /// <summary>One language only, by its tag.</summary>
    public string? Language { get; init; }

    /// <summary>Those that say the same as one another.</summary>
    public Guid? Like { get; init; }

    /// <summary>Those with a word that is new.</summary>
    public string? Word { get; init; }

    /// <summary>Those with a link.</summary>
    public string? Link { get; init; }

    /// <summary>Those that a colleague handed to the reader.</summary>
    public bool Mine { get; init; }

    /// <summary>Something narrows the list beside the search.</summary>
    public bool IsNarrowed => Narrowed > 0;

    /// <summary>There are sums for what is asked: of a label, a source or a language, not of several at once.</summary>
    public bool HasFigures => Narrowed == 0 || (Narrowed == 1 && (Label is not null || Source is not null || Language is not null));

    private int Narrowed => Parts.Count(p => p.Value is not null && p.Name != "search");

    private IEnumerable<(string Name, string? Value)> Parts =>
    [
        ("search", Search?.ToString()), ("label", Label?.ToString()), ("source", Source), ("language", Language), ("like", Like?.ToString()),
        ("word", Word), ("link", Link), ("mine", Mine ? "1" : null),
    ];

    /// <summary>The address that asks for the same, with another place in the list.</summary>
    public string Address(string page, MentionPlace? before) =>
        $"{page}?days={Days.ToString(CultureInfo.InvariantCulture)}"
        + string.Concat(Parts.Where(p => p.Value is not null).Select(p => $"&{p.Name}={Uri.EscapeDataString(p.Value!)}"))
        + (before is null ? "" : $"&before={before}");

    /// <summary>Only the search and the length, without what narrows the list.</summary>
    public MentionsAsked Widened() => new(Search, Days, null);

    internal static MentionsAsked From(IQueryCollection query) => new(
        Id(query, "search"),
        int.TryParse(query["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && Lengths.Contains(days) ? days : UsualDays,
        MentionPlace.From(query["before"]))
    {
        Label = Id(query, "label"),
        Source = Text(query, "source"),
        Language = Text(query, "language"),
        Like = Id(query, "like"),
        Word = Text(query, "word"),
        Link = Text(query, "link"),
        Mine = query["mine"] == "1",
    };

    private static Guid? Id(IQueryCollection query, string name) => Guid.TryParse(query[name], out var id) ? id : null;

    private static string? Text(IQueryCollection query, string name) =>
        query[name].ToString().Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 and <= LongestText } text ? text : null;
}
