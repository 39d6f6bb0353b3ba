namespace Rotfeste.Matching.Numbers;

/// <summary>
/// Ten digits: day, month, year, serial number whose first digit with the year says the century. Source: CPR-kontoret, "Personnummeret i
/// CPR"; since 2007 numbers are given that do not hold modulus 11.
/// </summary>
internal static class DanishPerson
{
    private static readonly byte[] Weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    public static bool HasDate(ReadOnlySpan<char> digits) =>
        digits.Length == 10 && CheckDigits.IsDate(Year(digits), CheckDigits.Number(digits[2..4]), CheckDigits.Number(digits[..2]));

    public static bool HoldsModulus11(ReadOnlySpan<char> digits) => CheckDigits.Modulus11(digits, Weights) == 0;

    private static int Year(ReadOnlySpan<char> digits)
    {
        var year = CheckDigits.Number(digits[4..6]);
        return digits[6] switch
        {
            <= '3' => 1900 + year,
            '4' or '9' => year <= 36 ? 2000 + year : 1900 + year,
            _ => year <= 57 ? 2000 + year : 1800 + year,
        };
    }
}
