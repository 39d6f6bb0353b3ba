using System.Globalization;
using System.Text;

namespace Rotfeste.Matching.Numbers;

/// <summary>
/// A text as the finders read it: every decimal digit of any script as 0 to 9, full-width signs as their ordinary ones, all dashes as
/// <c>-</c>, all spaces as one kind, invisible characters gone; and for each unit where it stood.
/// </summary>
internal sealed class PlainReading
{
    private readonly List<int> _origins;

    private PlainReading(string text, List<int> origins) => (Text, _origins) = (text, origins);

    public string Text { get; }

    public static PlainReading Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        var origins = new List<int>(text.Length + 1);
        for (var at = 0; at < text.Length;)
        {
            var width = char.IsSurrogatePair(text, at) ? 2 : 1;
            if (Read(text, at) is { } unit)
            {
                plain.Append(unit);
                origins.Add(at);
            }

            at += width;
        }

        origins.Add(text.Length);
        return new(plain.ToString(), origins);
    }

    public PrivateFind InOriginal(PrivateFind find)
    {
        var start = _origins[find.Start];
        // The last unit may have been a pair, or have had invisible ones after it: it ends where it itself ends.
        var last = _origins[find.End - 1];
        var end = Math.Min(_origins[find.End], last + 2);
        return find with { Start = start, Length = end - start };
    }

    private static char? Read(string text, int at)
    {
        var unit = text[at];
        if (unit < 0x80)
            return unit == '\t' ? ' ' : unit;
        var digit = CharUnicodeInfo.GetDecimalDigitValue(text, at);
        if (digit >= 0)
            return (char)('0' + digit);
        if (unit is >= '\uFF01' and <= '\uFF5E')
            return (char)(unit - 0xFEE0);
        return CharUnicodeInfo.GetUnicodeCategory(text, at) switch
        {
            UnicodeCategory.DashPunctuation => '-',
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.Format => null,
            _ when unit == '\u2212' => '-',
            _ => unit,
        };
    }
}
