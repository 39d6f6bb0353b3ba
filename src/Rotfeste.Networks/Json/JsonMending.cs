using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Rotfeste.Networks.Json;

/// <summary>Makes hostile JSON safe to decode: after mending, reading a string can no longer throw, and no string holds NUL.</summary>
internal static class JsonMending
{
    private const int EscapeLength = 6;

    /// <summary>
    /// The same memory when nothing was wrong, else a mended copy: invalid UTF-8 and lone surrogate escapes become U+FFFD,
    /// escaped NUL becomes a space (databases refuse NUL; a space keeps byte offsets into the text right).
    /// </summary>
    public static ReadOnlyMemory<byte> Mend(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span)) json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));
        if (json.Span.IndexOf("\\u"u8) < 0) return json;

        byte[]? copy = null;
        var at = 0;
        while (NextEscape(json.Span, ref at, out var unit))
        {
            if (unit is > 0 and < 0xD800 or > 0xDFFF) continue;
            if (char.IsHighSurrogate((char)unit) && LowFollows(json.Span, at))
            {
                at += EscapeLength;
                continue;
            }

            copy ??= json.ToArray();
            (unit == 0 ? "0020"u8 : "fffd"u8).CopyTo(copy.AsSpan(at - 4));
        }

        return copy ?? json;
    }

    // Leaves `at` just behind the next \uXXXX; other escapes are stepped over, so that \\u is not taken for one.
    private static bool NextEscape(ReadOnlySpan<byte> json, ref int at, out int unit)
    {
        unit = 0;
        while (at < json.Length)
        {
            var step = json[at..].IndexOf((byte)'\\');
            if (step < 0) return false;
            at += step;
            if (TryEscape(json[at..], out unit))
            {
                at += EscapeLength;
                return true;
            }

            at += 2;
        }

        return false;
    }

    private static bool LowFollows(ReadOnlySpan<byte> json, int at) =>
        at < json.Length && TryEscape(json[at..], out var next) && char.IsLowSurrogate((char)next);

    private static bool TryEscape(ReadOnlySpan<byte> json, out int unit)
    {
        unit = 0;
        if (json.Length < EscapeLength || json[0] != '\\' || json[1] != 'u') return false;
        return int.TryParse(json[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out unit);
    }
}
