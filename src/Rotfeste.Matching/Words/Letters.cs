using System.Globalization;
using System.Text;

namespace Rotfeste.Matching.Words;

/// <summary>What each UTF-16 unit is to a word, and its folded form, looked up in tables.</summary>
internal static class Letters
{
    public const byte Other = 0;
    public const byte Letter = 1;
    public const byte Number = 2;
    public const byte Mark = 3;
    public const byte Surrogate = 4;

    /// <summary>Flag: a text with this unit has to be composed and cleaned before it can be read.</summary>
    public const byte Unsettled = 0x80;

    public static readonly char[] Fold = BuildFold();
    public static readonly byte[] Kind = BuildKind();

    public static byte KindOf(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => Letter,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Number,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Mark,
        UnicodeCategory.Surrogate => Surrogate,
        _ => Other,
    };

    /// <summary>Kind of a code point beyond the first plane, with the flag where composing could change or move it.</summary>
    public static byte KindOf(Rune rune)
    {
        var kind = KindOf(Rune.GetUnicodeCategory(rune));
        var inert = rune.Value is (>= 0x1F000 and < 0x1FB00) or (>= 0x20000 and < 0x2F800) or >= 0x30000;
        return inert && kind != Mark ? kind : (byte)(kind | Unsettled);
    }

    public static bool IsWordRune(Rune rune) => rune.Value == '_' || KindOf(Rune.GetUnicodeCategory(rune)) is Letter or Number or Mark;

    public static bool IsDropped(char unit) =>
        unit is '\u00AD' or (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF';

    /// <summary>Jamo vowels and finals: the letters, not marks, that composing joins to what stands before them.</summary>
    public static bool JoinsBackwards(int codePoint) =>
        codePoint is (>= 0x1160 and <= 0x11FF) or (>= 0xD7B0 and <= 0xD7FF);

    private static char[] BuildFold()
    {
        var fold = new char[char.MaxValue + 1];
        for (var unit = 0; unit < fold.Length; unit++)
            fold[unit] = char.IsSurrogate((char)unit) ? (char)unit : (char)Rune.ToLowerInvariant(new Rune(unit)).Value;
        return fold;
    }

    private static byte[] BuildKind()
    {
        var kinds = new byte[char.MaxValue + 1];
        for (var unit = 0; unit < kinds.Length; unit++)
        {
            var kind = unit == '_' ? Number : KindOf(CharUnicodeInfo.GetUnicodeCategory((char)unit));
            kinds[unit] = kind == Surrogate || IsSettled((char)unit, kind) ? kind : (byte)(kind | Unsettled);
        }
        return kinds;
    }

    // Alone in normal form, and nothing that composes with or is reordered after what stands before it. Of the marks only those that never
    // combine are let through: the selectors that emoji are full of, and the enclosing ones.
    private static bool IsSettled(char unit, byte kind)
    {
        if (IsDropped(unit) || unit == '\uFFFE' || JoinsBackwards(unit))
            return false;
        if (kind == Mark)
            return unit is >= '\uFE00' and <= '\uFE0F' || CharUnicodeInfo.GetUnicodeCategory(unit) == UnicodeCategory.EnclosingMark;
        return unit < '\u0300' || new ReadOnlySpan<char>(in unit).IsNormalized(NormalizationForm.FormC);
    }
}
