namespace Rotfeste.Matching.Numbers;

/// <summary>Payment cards: Luhn digit (ISO/IEC 7812) and the ranges that issuers have, as the schemes publish them.</summary>
internal static class PaymentCards
{
    private static readonly int[][] Grouped = [[4, 4, 4, 4], [4, 6, 5], [4, 6, 4], [4, 4, 4, 4, 3], [4, 4, 4, 3], [6, 10], [8, 8]];
    private static readonly int[] Bare = [13, 14, 15, 16, 17, 18, 19];

    /// <summary>First number and last, of six leading digits; shortest and longest length.</summary>
    private static readonly (int From, int To, int Shortest, int Longest)[] Issuers =
    [
        (400000, 499999, 13, 19), // Visa
        (222100, 272099, 16, 16), (510000, 559999, 16, 16), // Mastercard
        (340000, 349999, 15, 15), (370000, 379999, 15, 15), // American Express
        (300000, 305999, 14, 19), (309500, 309599, 14, 19), (360000, 369999, 14, 19), (380000, 399999, 14, 19), // Diners
        (601100, 601199, 16, 19), (644000, 659999, 16, 19), // Discover
        (352800, 358999, 16, 19), // JCB
        (620000, 629999, 16, 19), // UnionPay
        (501900, 501999, 16, 16), // Dankort
        (501800, 501899, 12, 19), (502000, 502099, 12, 19), (503800, 503899, 12, 19), (589300, 589399, 12, 19), // Maestro
        (630400, 630499, 12, 19), (675900, 676999, 12, 19),
    ];

    public static bool Check(ReadOnlySpan<char> digits)
    {
        if (digits.Length < 13)
            return false;
        var (lead, length) = (CheckDigits.Number(digits[..6]), digits.Length);
        return Array.Exists(Issuers, i => lead >= i.From && lead <= i.To && length >= i.Shortest && length <= i.Longest)
            && CheckDigits.Luhn(digits);
    }

    public static IEnumerable<PrivateFind> Find(DigitGroups groups)
    {
        foreach (var window in Grouped.SelectMany(l => groups.Windows(l)).Where(w => Check(w.Digits)))
            yield return window.As(PrivateKind.PaymentCard, Certainty.Certain);
        foreach (var window in Bare.SelectMany(l => groups.Windows(l)).Where(w => Check(w.Digits)))
        {
            var cue = Cues.Before(groups.Text, window.Start);
            if (cue == Cue.Card)
                yield return window.As(PrivateKind.PaymentCard, Certainty.Certain);
            // A payment reference has a Luhn digit too, a bar code thirteen digits, and an address of a post carries long numbers.
            else if (cue == Cue.None && window.Digits.Length is 15 or 16 && !IsInAddress(groups.Text, window.Start))
                yield return window.As(PrivateKind.PaymentCard, Certainty.Likely);
        }
    }

    private static bool IsInAddress(string text, int start) => start > 0 && text[start - 1] is '/' or '=' or '_' or '-' or '.';
}
