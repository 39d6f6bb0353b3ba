using System.Collections.Frozen;

namespace Rotfeste.People.Passwords;

/// <summary>Long passwords that are tried first: our own list, in all four languages, also with digits and signs for letters.</summary>
internal static class KnownPasswords
{
    private static readonly FrozenSet<string> Listed = Read();

    // Words that make no password, whatever digits and signs stand round them.
    private static readonly FrozenSet<string> Stems = new[]
    {
        "password", "passord", "passordet", "adgangskode", "kodeord", "hemmelig", "hemmeleg", "secret", "welcome", "velkommen",
        "velkomen", "admin", "administrator", "qwerty", "letmein", "changeme", "sommer", "vinter", "summer", "winter", "spring",
        "autumn", "januar", "februar", "mars", "april", "juni", "juli", "august", "september", "oktober", "november", "desember",
        "december", "mandag", "fredag", "norge", "noreg", "danmark", "sverige", "test", "testing", "bruker", "login", "rotfeste",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contain(string password)
    {
        var lower = password.ToLowerInvariant();
        var plain = Plain(password);
        return Listed.Contains(lower) || Listed.Contains(plain)
            || Stems.Contains(OnlyLetters(lower)) || Stems.Contains(OnlyLetters(Plain(lower.Trim("0123456789!?.,-_#*+ ".ToCharArray()))));
    }

    /// <summary>Lower case, with the usual digits and signs turned back into the letters they stand for: "P@ssw0rd" is "password".</summary>
    public static string Plain(string text) => string.Create(text.Length, text.ToLowerInvariant(), (plain, lower) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            // A digit among digits is a digit: only one that stands by a letter can stand for one.
            var byLetter = (i > 0 && char.IsLetter(lower[i - 1])) || (i + 1 < lower.Length && char.IsLetter(lower[i + 1]));
            plain[i] = byLetter || !char.IsAsciiDigit(lower[i]) ? Letter(lower[i]) : lower[i];
        }
    });

    private static char Letter(char c) => c switch
    {
        '@' or '4' => 'a',
        '3' or '€' => 'e',
        '0' => 'o',
        '$' or '5' => 's',
        '7' => 't',
        '!' or '1' => 'i',
        _ => c,
    };

    private static string OnlyLetters(string text) => string.Concat(text.Where(char.IsLetter));

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(KnownPasswords).Assembly.GetManifestResourceStream("Rotfeste.People.Passwords.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
