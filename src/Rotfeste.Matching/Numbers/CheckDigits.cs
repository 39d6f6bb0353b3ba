namespace Rotfeste.Matching.Numbers;

/// <summary>The arithmetic that check rules share. Digits are ASCII.</summary>
internal static class CheckDigits
{
    /// <summary>Sum of digits times weights, modulo 11.</summary>
    public static int Modulus11(ReadOnlySpan<char> digits, ReadOnlySpan<byte> weights)
    {
        var sum = 0;
        for (var at = 0; at < weights.Length; at++)
            sum += (digits[at] - '0') * weights[at];
        return sum % 11;
    }

    /// <summary>ISO/IEC 7812-1, annex B.</summary>
    public static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var at = 0; at < digits.Length; at++)
        {
            var digit = digits[^(at + 1)] - '0';
            if (at % 2 == 1)
                digit = digit < 5 ? digit * 2 : (digit * 2) - 9;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    public static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
            number = (number * 10) + digit - '0';
        return number;
    }

    public static bool IsDate(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>Four digits that could as well be a time of day.</summary>
    public static bool IsTime(ReadOnlySpan<char> digits) => Number(digits[..2]) < 24 && Number(digits[2..]) < 60;
}
