namespace Rotfeste.Matching.Numbers;

/// <summary>
/// Eleven characters: day, month, year, a sign for the century, a number from 002, a check character. Source: Digi- ja väestötietovirasto,
/// with the signs added in 2023. Numbers from 900 are given for a time, and in tests.
/// </summary>
internal static class FinnishPerson
{
    public const int Length = 11;
    private const string Checks = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    public static bool Check(ReadOnlySpan<char> text)
    {
        if (text.Length != Length || text[..6].ContainsAnyExceptInRange('0', '9') || text[7..10].ContainsAnyExceptInRange('0', '9'))
            return false;
        var century = char.ToUpperInvariant(text[6]) switch
        {
            '+' => 1800,
            '-' or (>= 'U' and <= 'Y') => 1900,
            >= 'A' and <= 'F' => 2000,
            _ => 0,
        };
        var serial = CheckDigits.Number(text[7..10]);
        return century > 0 && serial >= 2
            && CheckDigits.IsDate(century + CheckDigits.Number(text[4..6]), CheckDigits.Number(text[2..4]), CheckDigits.Number(text[..2]))
            && Checks[((CheckDigits.Number(text[..6]) * 1000) + serial) % 31] == char.ToUpperInvariant(text[10]);
    }
}
