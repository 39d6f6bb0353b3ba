using System.Text.RegularExpressions;

namespace Rotfeste.Matching.Numbers;

/// <summary>
/// Streets with a house number: Norwegian, Danish and Swedish names by the word they end in, English ones by the word after the name. The
/// floor and the postal place belong to it where they follow.
/// </summary>
internal static partial class StreetAddresses
{
    public static IEnumerable<PrivateFind> Find(string text)
    {
        foreach (Match match in Nordic().Matches(text).Concat(English().Matches(text)))
        {
            var certain = match.Groups["place"].Success || match.Groups["door"].Success;
            yield return new(match.Index, match.Length, PrivateKind.StreetAddress, certain ? Certainty.Certain : Certainty.Likely);
        }
    }

    // One word ("Storgata", "Nørrevænget") or several with the last one written small or large ("Kong Oscars gate").
    [GeneratedRegex(
        @"(?<![\p{L}\d])(?:\p{Lu}[\p{L}.]{1,20} (?:\p{Lu}[\p{L}.]{0,20} ){0,2}(?:gate|gata|gaten|vei|veien|veg|vegen|allé|alle|plass|plads|torg|torv|vej|gade|stræde|väg|gatan|vägen)"
        + @"|\p{Lu}\p{Ll}{2,24}(?:gate|gata|gaten|vei|veien|veg|vegen|vegen|allé|alléen|plass|plassen|plads|torget|torvet|stien|stigen|bakken|bakke|kroken|svingen|tunet|lia|åsen|haugen|vej|vejen|gade|gaden|stræde|vænget|parken|gatan|vägen|gränd|stigen))"
        + @" \d{1,3}(?! ?(?:%|kr|km|m|meter|kroner|timer|ganger|dager|år|mill))(?: ?[A-Za-zÆØÅ](?![\p{L}\d]))?(?![\d\p{L}])(?![.,:]\d)"
        + @"(?<door>,? \d{1,2}\.? ?(?:sal|etg|tv|th|mf)\.?(?: (?:tv|th|mf)\.?)?)?(?<place>,? (?:N-|DK-|S-)?\d{3} ?\d{1,2} \p{Lu}\p{L}+)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Nordic();

    [GeneratedRegex(
        @"(?<![\p{L}\d])\d{1,4}[A-Za-z]? (?:\p{Lu}\p{Ll}{1,20} ){1,3}(?:Street|Road|Avenue|Lane|Drive|Close|Crescent|Terrace)(?!\p{L})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex English();
}
