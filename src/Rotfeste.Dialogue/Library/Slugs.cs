using System.Globalization;
using System.Text;

namespace Rotfeste.Dialogue.Library;

/// <summary>Addresses that say what stands there: "nar-kommer-vannet-i-storgata".</summary>
internal static class Slugs
{
    private const int Longest = 60;

    /// <summary>Another than those that are taken.</summary>
    public static string Of(string question, IReadOnlySet<string> taken)
    {
        var plain = Plain(question);
        var slug = plain;
        for (var number = 2; taken.Contains(slug) || slug == "sitemap.xml"; number++)
            slug = $"{plain}-{number.ToString(CultureInfo.InvariantCulture)}";
        return slug;
    }

    private static string Plain(string question)
    {
        var written = question.ToLowerInvariant().Replace("æ", "ae", StringComparison.Ordinal).Replace("ø", "o", StringComparison.Ordinal)
            .Replace("å", "a", StringComparison.Ordinal).Normalize(NormalizationForm.FormD);
        var slug = new StringBuilder();
        foreach (var letter in written)
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            if (slug.Length >= Longest)
                break;
        }

        var trimmed = slug.ToString().Trim('-');
        return trimmed.Length > 0 ? trimmed : "svar";
    }
}
