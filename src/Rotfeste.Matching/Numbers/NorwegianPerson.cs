namespace Rotfeste.Matching.Numbers;

/// <summary>
/// Eleven digits: day, month, year, individual number, two control digits. Source: Skatteetaten, Folkeregisteret, "Nytt fødselsnummer fra
/// 2032": the first control digit may then leave 0 to 3, and the individual number says nothing of the century.
/// </summary>
internal static class NorwegianPerson
{
    private static readonly byte[] First = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    private static readonly byte[] Second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>Valid by the rule of today: <see cref="Certainty.Certain"/>; only by that of 2032: likely; else null.</summary>
    public static Certainty? Check(ReadOnlySpan<char> digits)
    {
        if (digits.Length != 11 || !HasDate(digits) || CheckDigits.Modulus11(digits, Second) != 0)
            return null;
        return CheckDigits.Modulus11(digits, First) switch
        {
            0 => Certainty.Certain,
            <= 3 => Certainty.Likely,
            _ => null,
        };
    }

    /// <summary>A number of the most usual kind: neither day nor month moved.</summary>
    public static bool IsPlain(ReadOnlySpan<char> digits) => digits[0] < '4' && digits[2] < '4';

    // D-number: day + 40. H-number and one kind of synthetic number: month + 40; the other synthetic one: month + 80, with either day.
    private static bool HasDate(ReadOnlySpan<char> digits)
    {
        var day = CheckDigits.Number(digits[..2]);
        var month = CheckDigits.Number(digits[2..4]);
        var year = CheckDigits.Number(digits[4..6]);
        return CheckDigits.IsDate(2000 + year, month > 80 ? month - 80 : month > 40 ? month - 40 : month, day > 40 ? day - 40 : day);
    }
}
