namespace Rotfeste.Dialogue.Conversations;

/// <summary>Long texts made short enough for a page.</summary>
internal static class Shortened
{
    /// <summary>At most so many characters, a pair of surrogates never torn apart.</summary>
    public static string Of(string text, int most) => text.Length <= most ? text : $"{text.AsSpan(0, CutAt(text, most))}…";

    /// <summary>Where to cut.</summary>
    public static int CutAt(string text, int most) =>
        text.Length <= most ? text.Length : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
}
