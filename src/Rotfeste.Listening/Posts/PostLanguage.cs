using Rotfeste.Analysis.Languages;

namespace Rotfeste.Listening.Posts;

/// <summary>What language a post is in, and who said so.</summary>
/// <param name="Tag">A primary subtag in small letters; "no" for one of the two Norwegian ones, "und" where nobody can tell.</param>
/// <param name="IsGuessed">We told it from the words; otherwise the post itself says it.</param>
internal readonly record struct PostLanguage(string Tag, bool IsGuessed)
{
    public const int LongestTag = 8;
    private const string Unknown = "und";

    /// <summary>The post's own first tag, where it has one that can be read; else what the words look like.</summary>
    public static PostLanguage Of(IReadOnlyList<string> own, string text) =>
        own.Select(Primary).FirstOrDefault(tag => tag.Length > 0) is { } said
            ? new(said, IsGuessed: false)
            : new(text.Length == 0 ? Unknown : LanguageModel.Default.Guess(text).Tag, IsGuessed: true);

    // "nb-NO" is nb. What is no tag, or says that it does not know, is as good as none.
    private static string Primary(string tag)
    {
        var end = tag.AsSpan().IndexOfAny('-', '_');
        var primary = (end < 0 ? tag : tag[..end]).ToLowerInvariant();
        return primary.Length is >= 2 and <= LongestTag && primary.All(char.IsAsciiLetterLower) && primary != Unknown ? primary : "";
    }
}
