using Rotfeste.Networks.Feeds.Markup;

namespace Rotfeste.Networks.Feeds;

/// <summary>Words of a feed as they stand there, with addresses made absolute.</summary>
/// <param name="Value">HTML when <paramref name="IsHtml"/>, else plain text. Hostile: show <see cref="ToPlain"/>, never this.</param>
/// <param name="IsHtml">The value may hold markup.</param>
public readonly record struct FeedText(string Value, bool IsHtml)
{
    /// <summary>No words.</summary>
    public static FeedText None { get; } = new("", false);

    /// <summary>Nothing stands there.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Value);

    /// <summary>The words alone: no tags, no scripts, entities read, a line break ("\n") where a block ends.</summary>
    public string ToPlain() => IsEmpty ? "" : IsHtml ? HtmlText.Plain(Value) : Value;

    /// <summary>Absolute http and https addresses that the words link to, in their order, each once, at most 50.</summary>
    public IReadOnlyList<string> Links() => IsEmpty || !IsHtml ? [] : HtmlText.Links(Value);
}
