using System.Text;

namespace Rotfeste.Networks.Feeds;

/// <summary>
/// From bytes to characters, whatever label they carry. In order: a byte order mark; the zero bytes of UTF-16; valid UTF-8 with letters
/// beyond ASCII is UTF-8, for nothing else looks like it by chance; then what the document says of itself, what the server says, and
/// windows-1252, which is also what "iso-8859-1" means on the web (WHATWG Encoding Standard).
/// </summary>
internal static class Charsets
{
    private const int HeadLength = 1_024;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (Marked(bytes) is { } marked)
            return marked.Encoding.GetString(bytes[marked.Length..]);
        var said = Named(InDocument(bytes)) ?? Named(InHeader(contentType));

        // ISO-2022 and its like are written in ASCII bytes; there the label is all there is.
        if (said is not null && said.WebName.StartsWith("iso-2022", StringComparison.OrdinalIgnoreCase))
            return said.GetString(bytes);
        if (IsUtf8(bytes))
            return Encoding.UTF8.GetString(bytes);
        return (said is null or UTF8Encoding or UnicodeEncoding or UTF32Encoding ? Western : said).GetString(bytes);
    }

    private static Encoding Western => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static (Encoding Encoding, int Length)? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [(byte)'<' or (byte)'{', 0, not 0, 0, ..] => (Encoding.Unicode, 0),
        [0, (byte)'<' or (byte)'{', 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
        _ => null,
    };

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            Strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // <?xml encoding="…"?> or <meta charset="…">.
    private static string? InDocument(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadLength)]);
        return After(head, "encoding=") ?? After(head, "charset=");
    }

    private static string? InHeader(string? contentType) => contentType is null ? null : After(contentType, "charset=");

    private static string? After(string text, string label)
    {
        var at = text.IndexOf(label, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var rest = text.AsSpan(at + label.Length).TrimStart("\"' ");
        var end = rest.IndexOfAny("\"' ;>?\t\r\n/");
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    private static Encoding? Named(string? name)
    {
        if (name is not { Length: > 0 and <= 40 })
            return null;
        if (name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "iso8859-1" or "cp1252")
            return Western;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? (name.StartsWith("utf-7", StringComparison.OrdinalIgnoreCase) ? null : Encoding.GetEncoding(name));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
