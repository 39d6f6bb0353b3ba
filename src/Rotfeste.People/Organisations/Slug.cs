using System.Globalization;
using System.Text;

namespace Rotfeste.People.Organisations;

/// <summary>Makes the first segment of an organisation's addresses from its name: "Fjordvik kommune" is "fjordvik".</summary>
internal static class Slug
{
    private const int Longest = 40;

    // What stands at the front door itself, or may come to stand there.
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "setup", "sign-in", "sign-out", "profile", "passkeys", "password", "organisations", "invitations", "language", "theme",
        "health", "error", "dist", "api", "hooks", "oauth", "public", "help", "admin", "static", "favicon", "robots", "well-known",
    };

    private static readonly HashSet<string> Forms = new(StringComparer.Ordinal) { "kommune", "as", "asa", "aps", "a-s", "sa", "ab", "ltd", "inc" };

    /// <summary>What a name becomes, before anyone asks whether it is free.</summary>
    public static string Of(string name)
    {
        var words = Plain(name).Split('-', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && Forms.Contains(words[^1]))
            words.RemoveAt(words.Count - 1);
        var slug = string.Join('-', words);
        slug = slug.Length > Longest ? slug[..Longest].Trim('-') : slug;
        return slug.Length < 2 || Taken.Contains(slug) ? $"org-{slug}".Trim('-') : slug;
    }

    /// <summary>The first form that is free: "fjordvik", "fjordvik-2" and so on.</summary>
    public static string Free(string name, IReadOnlySet<string> used)
    {
        var slug = Of(name);
        return used.Contains(slug)
            ? Enumerable.Range(2, int.MaxValue - 2).Select(n => $"{slug}-{n}").First(s => !used.Contains(s))
            : slug;
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in Spelled(name.Normalize(NormalizationForm.FormC).ToLowerInvariant()).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                plain.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                plain.Append('-');
        }

        return plain.ToString();
    }

    private static string Spelled(string name) => name
        .Replace("æ", "ae", StringComparison.Ordinal)
        .Replace("ø", "o", StringComparison.Ordinal)
        .Replace("å", "a", StringComparison.Ordinal)
        .Replace("ß", "ss", StringComparison.Ordinal)
        .Replace("đ", "d", StringComparison.Ordinal);
}
