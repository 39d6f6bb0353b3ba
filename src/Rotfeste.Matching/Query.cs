using System.Diagnostics.CodeAnalysis;
using Rotfeste.Matching.Queries;

namespace Rotfeste.Matching;

/// <summary>
/// One search as a person writes it: words with or without <c>*</c>, "phrases in quotes", <c>=exact</c>, <c>~alike</c>,
/// <c>'characters'</c>, <c>#tag</c>, <c>@handle</c>, fields such as <c>lang:nb,da</c>, AND (or nothing), OR, NOT or -, NEAR/3, ONEAR/3 and
/// brackets. NEAR binds tighter than NOT, NOT than AND, AND than OR. docs/searches.md is the guide. Immutable.
/// </summary>
public sealed class Query
{
    /// <summary>The longest text that is read, in UTF-16 units.</summary>
    public const int LongestText = 20_000;

    /// <summary>How deep brackets and NOTs may nest.</summary>
    public const int DeepestNesting = 100;

    /// <summary>The most words that NEAR may allow between.</summary>
    public const int LargestDistance = 50;

    internal Query(string text, QueryPart outline, Node root, IReadOnlyList<QueryHint> hints)
    {
        Text = text;
        Outline = outline;
        Root = root;
        Hints = hints;
    }

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    /// <summary>How the text was understood.</summary>
    public QueryPart Outline { get; }

    /// <summary>Words that may have been meant as operators, in order.</summary>
    public IReadOnlyList<QueryHint> Hints { get; }

    internal Node Root { get; }

    /// <summary>Reads a query. Never throws on any text; a refusal says where and why.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Query? query, [NotNullWhen(false)] out QueryRefusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Reading.Read(text, out query, out refusal))
            return true;
        refusal = refusal with { Proposal = Proposals.For(text, refusal) };
        return false;
    }

    /// <summary>Whether one post fits. For many searches at once use <see cref="MatchIndex{TId}"/>.</summary>
    public bool Fits(in Post post)
    {
        var read = new Words.ReadPost();
        read.Read(post);
        return Root.Holds(read);
    }

    /// <summary>
    /// The query for lists of names: any of <paramref name="names"/>, and any of <paramref name="about"/>, and none of
    /// <paramref name="not"/>. Each entry is taken literally as a word or phrase, but #tag, @handle and a star at either end keep their
    /// meaning. Entries without a word are left out; an empty text comes of no names and no subjects.
    /// </summary>
    public static string Compose(IEnumerable<string> names, IEnumerable<string> about, IEnumerable<string> not) =>
        Composition.Of(names, about, not);

    public override string ToString() => Text;
}
