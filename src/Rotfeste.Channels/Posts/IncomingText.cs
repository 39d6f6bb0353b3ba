using System.Text;

namespace Rotfeste.Channels.Posts;

/// <summary>Words from outside, made harmless to keep: bounded, without control characters; everything visible stays.</summary>
internal static class IncomingText
{
    public const int LongestPost = 100_000;
    public const int LongestName = 640;

    /// <summary>Line ends become "\n", control characters but tab go, half surrogate pairs become U+FFFD.</summary>
    /// <returns>At most <paramref name="most"/> UTF-16 units, and whether the text was longer.</returns>
    public static (string Text, bool IsCut) Clean(string text, int most)
    {
        var cleaned = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))
                continue;
            if (cleaned.Length + rune.Utf16SequenceLength > most)
                return (cleaned.ToString(), true);
            cleaned.Append(rune);
        }

        return (cleaned.ToString(), false);
    }

    /// <summary>A name or title: one line.</summary>
    public static string Line(string text) => Clean(text, LongestName).Text.Replace('\n', ' ').Trim();
}
