using Rotfeste.Matching.Numbers;

namespace Rotfeste.Listening.Masking;

/// <summary>Words from outside as this room shows them: numbers of persons, cards and accounts are dots. Who needs one takes the post into dialogue.</summary>
internal static class Masked
{
    // No such number has fewer digits; most posts have none.
    private const int FewestDigits = 9;

    /// <summary>As long as the text it is made of, so that what was found in one stands at the same place in the other.</summary>
    public static string Of(string text)
    {
        if (text.Count(char.IsDigit) < FewestDigits)
            return text;

        var finds = PrivateText.Find(text).Where(f => f.Kind <= PrivateKind.Iban).ToList();
        return finds.Count == 0 ? text : PrivateText.Mask(text, finds);
    }
}
