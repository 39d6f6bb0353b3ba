namespace Rotfeste.Matching.Numbers;

/// <summary>
/// Telephone numbers: with a country code (ITU-T E.164, up to fifteen digits), or Norwegian, Danish, Swedish and Finnish ones in the
/// groups that people write. Eight bare digits need a word before them, or the first digit of a mobile.
/// </summary>
internal static class Telephones
{
    private static readonly int[][] Eight = [[2, 2, 2, 2], [3, 2, 3], [4, 4], [8]];
    private static readonly int[][] FromZero =
        [[3, 3, 2, 2], [3, 7], [3, 3, 4], [10], [3, 6], [3, 2, 2, 2], [2, 3, 2, 2], [2, 3, 3, 2], [4, 3, 2, 2], [4, 2, 2, 2], [3, 4, 3], [3, 3, 3]];

    public static IEnumerable<PrivateFind> Find(DigitGroups groups) =>
        International(groups.Text)
            .Concat(Eight.SelectMany(l => groups.Windows(l)).Select(w => OfEight(groups.Text, w)).OfType<PrivateFind>())
            .Concat(FromZero.SelectMany(l => groups.Windows(l)).Where(w => IsFromZero(groups.Text, w)).Select(w => w.As(PrivateKind.Telephone, Certainty.Likely)));

    private static PrivateFind? OfEight(string text, DigitWindow window)
    {
        if (window.Digits[0] is '0' or '1' || window.LastGap is "/" or "+" or ".")
            return null;
        var cue = Cues.Before(text, window.Start);
        if (cue == Cue.Telephone)
            return window.As(PrivateKind.Telephone, Certainty.Certain);
        if (cue != Cue.None)
            return null;
        if (window.LastGap == " " && window.Digits.Length == 8 && window.End - window.Start != 9)
            return window.As(PrivateKind.Telephone, Certainty.Likely);
        // "2024 2025" and "4500 2000" are two numbers; "91234567" may be a mobile.
        return window.LastGap.Length == 0 && window.Digits[0] is '4' or '9' ? window.As(PrivateKind.Telephone, Certainty.Possible) : null;
    }

    private static bool IsFromZero(string text, DigitWindow window) =>
        window.Digits[0] == '0' && window.Digits[1] != '0' && window.LastGap is not ("." or "/" or "+")
        && (window.LastGap.Length > 0 || Cues.Before(text, window.Start) == Cue.Telephone || window.Digits.StartsWith("07", StringComparison.Ordinal))
        && Cues.Before(text, window.Start) is Cue.None or Cue.Telephone;

    // "+47 22 33 44 55", "(+45) 12 34 56 78", "0047…": digits with single signs between them, from seven to fifteen in all.
    private static IEnumerable<PrivateFind> International(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var plus = text[at] == '+';
            if (!plus && !(text[at] == '0' && text.AsSpan(at).StartsWith("00")))
                continue;
            if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or ',' or '-'))
                continue;
            var (end, digits) = Run(text, at + (plus ? 1 : 2));
            if (digits is >= 8 and <= 15 && (plus || Cues.Before(text, at) is Cue.None or Cue.Telephone))
                yield return new(at, end - at, PrivateKind.Telephone, plus ? Certainty.Certain : Certainty.Likely);
            at = Math.Max(at, end - 1);
        }
    }

    private static (int End, int Digits) Run(string text, int from)
    {
        var (end, digits) = (from, 0);
        for (var at = from; at < text.Length && digits <= 16; at++)
        {
            if (char.IsAsciiDigit(text[at]))
                (end, digits) = (at + 1, digits + 1);
            else if (text[at] is not (' ' or '-' or '.' or '(' or ')') || at - end > 1)
                break;
        }

        return (end, end < text.Length && char.IsLetter(text[end]) ? 0 : digits);
    }
}
