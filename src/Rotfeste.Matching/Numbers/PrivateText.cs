using System.Text;

namespace Rotfeste.Matching.Numbers;

/// <summary>
/// Finds numbers of persons, cards, accounts, telephones, mail and street addresses in a text by their check rules, as people write them:
/// with spaces, dots, hyphens, full-width digits. Knows no other text than the one it is given, and keeps nothing.
/// </summary>
public static class PrivateText
{
    private const char Mark = '•';

    /// <summary>All finds, in order, none over another. Takes time in proportion to the text; any string is allowed.</summary>
    public static IReadOnlyList<PrivateFind> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = PlainReading.Of(text);
        var groups = DigitGroups.Of(plain.Text);
        var taken = new Taken(plain.Text.Length);
        // The longest and surest first: the groups of a card could hide a shorter number.
        taken.Add(Emails.Find(plain.Text));
        taken.Add(Ibans.Find(plain.Text));
        taken.Add(PaymentCards.Find(groups));
        taken.Add(PersonNumbers.Find(groups));
        taken.Add(NorwegianAccounts.Find(groups));
        taken.Add(StreetAddresses.Find(plain.Text));
        taken.Add(Telephones.Find(groups));
        return [.. taken.Finds.Select(plain.InOriginal).OrderBy(f => f.Start)];
    }

    /// <summary>The text with every letter and digit of the finds as a dot; separators and length stay.</summary>
    public static string Mask(string text, IEnumerable<PrivateFind> finds)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(finds);
        var masked = new StringBuilder(text);
        foreach (var find in finds)
        {
            for (var at = find.Start; at < find.End; at++)
            {
                if (char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at]))
                    masked[at] = Mark;
            }
        }

        return masked.ToString();
    }

    /// <summary>
    /// The find's letters and digits alone, lower case and half-width ("NO93 8601…" is "no938601…"; a mail address keeps its signs), so
    /// that an organisation's own can be known again.
    /// </summary>
    public static string Value(string text, PrivateFind find)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = PlainReading.Of(text.Substring(find.Start, find.Length)).Text.ToLowerInvariant();
        return find.Kind == PrivateKind.Email ? plain : string.Concat(plain.Where(char.IsLetterOrDigit));
    }

    // Which units are spoken for; the surer and longer find comes first where two of a kind begin together.
    private sealed class Taken(int length)
    {
        private readonly bool[] _units = new bool[length];

        public List<PrivateFind> Finds { get; } = [];

        public void Add(IEnumerable<PrivateFind> finds)
        {
            foreach (var find in finds.OrderBy(f => f.Start).ThenByDescending(f => f.Certainty).ThenByDescending(f => f.Length))
            {
                var units = _units.AsSpan(find.Start, find.Length);
                if (units.Contains(true))
                    continue;
                units.Fill(true);
                Finds.Add(find);
            }
        }
    }
}
