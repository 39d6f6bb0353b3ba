namespace Rotfeste.Listening.Posts;

/// <summary>Text from outside, made so that any database takes it.</summary>
internal static class Storable
{
    public const int LongestText = 100_000;

    /// <summary>At most <see cref="LongestText"/> units, never half a character, without NUL.</summary>
    public static (string Text, bool IsCut) Cut(string text, bool wasCut)
    {
        var isLong = text.Length > LongestText;
        if (isLong)
            text = text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
        return (Clean(text), wasCut || isLong);
    }

    /// <summary>Half surrogate pairs become U+FFFD, NUL a space; what is whole comes back untouched.</summary>
    public static string Clean(string text)
    {
        if (!text.Contains('\0') && !HasHalves(text))
            return text;

        return string.Concat(text.EnumerateRunes().Select(r => r.Value == 0 ? " " : r.ToString()));
    }

    private static bool HasHalves(string text)
    {
        for (var at = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0 && at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (!char.IsSurrogatePair(text, at))
                return true;
            at++;
        }

        return false;
    }
}
