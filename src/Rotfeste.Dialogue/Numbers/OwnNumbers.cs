using Rotfeste.Matching.Numbers;

namespace Rotfeste.Dialogue.Numbers;

/// <summary>The organisation's own telephones, accounts and mail addresses: they are public, so nobody is asked about them.</summary>
internal sealed class OwnNumbers
{
    private const int FewestDigits = 5;
    private const int Subscriber = 8;
    private readonly HashSet<string> values = new(StringComparer.Ordinal);
    private readonly List<string> domains = [];

    /// <summary>From lines as they were typed; lines that say nothing are passed over.</summary>
    public OwnNumbers(string lines)
    {
        foreach (var line in LinesOf(lines).Where(IsUsable))
        {
            if (line.StartsWith('@'))
                domains.Add(line.ToLowerInvariant());
            else
                values.Add(ValueOf(line));
        }
    }

    public static IEnumerable<string> LinesOf(string typed) =>
        typed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A mail address, "@domain", or something with digits enough.</summary>
    public static bool IsUsable(string line) => line.Contains('@', StringComparison.Ordinal)
        ? line.Length > 2 && !line.Contains(' ', StringComparison.Ordinal)
        : line.Count(char.IsAsciiDigit) >= FewestDigits;

    public bool Knows(string text, PrivateFind find)
    {
        var value = PrivateText.Value(text, find);
        return find.Kind switch
        {
            PrivateKind.Email => values.Contains(value) || domains.Exists(d => value.EndsWith(d, StringComparison.Ordinal)),
            PrivateKind.Telephone => values.Contains(value) || (value.Length > Subscriber && values.Any(v => v.Length >= Subscriber && IsSame(value, v)))
                || values.Any(v => v.Length > Subscriber && value.Length >= Subscriber && IsSame(v, value)),
            PrivateKind.NorwegianAccount or PrivateKind.Iban => values.Contains(value),
            _ => false,
        };
    }

    // With its country code or without.
    private static bool IsSame(string longer, string shorter) => longer.EndsWith(shorter, StringComparison.Ordinal);

    private static string ValueOf(string line) => line.Contains('@', StringComparison.Ordinal)
        ? line.ToLowerInvariant()
        : string.Concat(line.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
