namespace Rotfeste.Matching.Numbers;

/// <summary>
/// Ten digits, year first, or twelve with the century; the last is a Luhn digit over the ten. A samordningsnummer adds 60 to the day.
/// Source: Skatteverket, SKV 704 and SKV 707.
/// </summary>
internal static class SwedishPerson
{
    public static bool Check(ReadOnlySpan<char> digits)
    {
        if (digits.Length == 12 && digits[..2] is not ("18" or "19" or "20"))
            return false;
        if (digits.Length is not (10 or 12))
            return false;
        var ten = digits[^10..];
        var day = CheckDigits.Number(ten[4..6]);
        var month = CheckDigits.Number(ten[2..4]);
        return CheckDigits.IsDate(Year(digits), month, day > 60 ? day - 60 : day) && CheckDigits.Luhn(ten);
    }

    // Without the century any will do; only a leap day can tell, and 2000 had one.
    private static int Year(ReadOnlySpan<char> digits) =>
        digits.Length == 12 ? CheckDigits.Number(digits[..4]) : 2000 + CheckDigits.Number(digits[..2]);
}
