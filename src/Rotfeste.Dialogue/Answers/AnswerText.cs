using Rotfeste.Channels.Contracts;

namespace Rotfeste.Dialogue.Answers;

/// <summary>How words and signature become what goes out.</summary>
internal static class AnswerText
{
    /// <summary>Longer texts are refused before anything is measured.</summary>
    public const int Longest = 20_000;

    /// <summary>What is put after the words: a line break and the signature, or nothing.</summary>
    public static string EndingOf(string signature) => signature.Length == 0 ? "" : $"\n{signature}";

    /// <summary>Exactly what goes out. The page's own counter joins them in the same way.</summary>
    public static string Whole(string text, string signature) => $"{text.TrimEnd()}{EndingOf(signature)}";

    /// <summary>What a person typed, with line breaks as the networks have them.</summary>
    public static string Clean(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim();

    /// <summary>The measure of the whole at the account's server; as at Bluesky where the account is gone.</summary>
    public static TextSize Measure(ChannelCard? card, NetworkPost? question, string text, string signature) => card is null
        ? TextRules.Measure("bluesky", Whole(text, signature))
        : TextRules.Measure(card, Whole(text, signature), question);
}
