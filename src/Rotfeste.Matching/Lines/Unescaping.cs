using System.Globalization;
using System.Text;

namespace Rotfeste.Matching.Lines;

/// <summary>Resolves the escapes of a JSON string in UTF-8. Half a surrogate pair becomes U+FFFD, where a strict reader would throw.</summary>
internal static class Unescaping
{
    private const int UnicodeLength = 6;

    public static string Of(ReadOnlySpan<byte> escaped)
    {
        var bytes = new PostLine.Bytes();
        Add(escaped, true, bytes);
        return Encoding.UTF8.GetString(bytes.Span);
    }

    public static void Add(ReadOnlySpan<byte> text, bool isEscaped, PostLine.Bytes into)
    {
        while (isEscaped && text.IndexOf((byte)'\\') is >= 0 and var step)
        {
            into.Add(text[..step]);
            text = text[step..];
            text = text[1] == 'u' ? AddUnicode(text, into) : AddSign(text, into);
        }
        into.Add(text);
    }

    private static ReadOnlySpan<byte> AddSign(ReadOnlySpan<byte> text, PostLine.Bytes into)
    {
        into.Add(text[1] switch
        {
            (byte)'n' => "\n"u8,
            (byte)'t' => "\t"u8,
            (byte)'r' => "\r"u8,
            (byte)'b' => "\b"u8,
            (byte)'f' => "\f"u8,
            _ => text.Slice(1, 1),
        });
        return text[2..];
    }

    private static ReadOnlySpan<byte> AddUnicode(ReadOnlySpan<byte> text, PostLine.Bytes into)
    {
        var unit = UnitAt(text);
        var rest = text[UnicodeLength..];
        if (!Rune.TryCreate(unit, out var rune))
        {
            var isPair = rest.Length >= UnicodeLength && rest[0] == '\\' && rest[1] == 'u';
            if (isPair && Rune.TryCreate(unit, UnitAt(rest), out rune))
                rest = rest[UnicodeLength..];
            else
                rune = Rune.ReplacementChar;
        }
        Span<byte> utf8 = stackalloc byte[4];
        into.Add(utf8[..rune.EncodeToUtf8(utf8)]);
        return rest;
    }

    private static char UnitAt(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(escape[2..UnicodeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
