namespace Rotfeste.Matching.Numbers;

/// <summary>
/// Numbers of persons of four countries. Where a check rule is weak (ten digits, one or no check digit), the way it is written and the
/// words before it decide: an invoice or a telephone number is none.
/// </summary>
internal static class PersonNumbers
{
    private static readonly int[][] Eleven = [[11], [6, 5], [2, 2, 2, 5], [6, 3, 2], [2, 2, 2, 3, 2], [3, 3, 3, 2], [4, 4, 3], [8, 3], [5, 6]];
    private static readonly int[][] Ten = [[10], [6, 4], [2, 2, 2, 4]];
    private static readonly int[][] Twelve = [[12], [8, 4], [4, 2, 2, 4]];

    public static IEnumerable<PrivateFind> Find(DigitGroups groups) =>
        Norwegian(groups)
            .Concat(Finnish(groups.Text))
            .Concat(Ten.SelectMany(l => groups.Windows(l)).Concat(groups.SpacedOut(10)).Select(w => OfTen(groups.Text, w)).OfType<PrivateFind>())
            .Concat(Twelve.SelectMany(l => groups.Windows(l)).Select(w => OfTwelve(groups.Text, w)).OfType<PrivateFind>())
            .Concat(WithWholeYear(groups));

    private static IEnumerable<PrivateFind> Norwegian(DigitGroups groups)
    {
        foreach (var window in Eleven.SelectMany(l => groups.Windows(l)).Concat(groups.SpacedOut(11)))
        {
            if (NorwegianPerson.Check(window.Digits) is not { } certainty)
                continue;
            var cue = Cues.Before(groups.Text, window.Start);
            if (cue == Cue.Person)
                yield return window.As(PrivateKind.NorwegianPerson, Certainty.Certain);
            else if (certainty == Certainty.Certain
                ? NorwegianPerson.IsPlain(window.Digits) || !Cues.IsLabelledAsThing(groups.Text, window.Start)
                : cue is not (Cue.Thing or Cue.Account or Cue.Telephone))
                yield return window.As(PrivateKind.NorwegianPerson, certainty);
        }
    }

    private static IEnumerable<PrivateFind> Finnish(string text)
    {
        for (var at = 0; at + FinnishPerson.Length <= text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]) || (at > 0 && char.IsLetterOrDigit(text[at - 1])))
                continue;
            var end = at + FinnishPerson.Length;
            if ((end < text.Length && char.IsLetterOrDigit(text[end])) || !FinnishPerson.Check(text.AsSpan(at, FinnishPerson.Length)))
                continue;
            // Six digits, a sign and four digits is a form that cases have too.
            var isOnlyDigits = char.IsAsciiDigit(text[end - 1]) && !char.IsAsciiLetter(text[at + 6]);
            if (!isOnlyDigits || !Cues.IsLabelledAsThing(text, at))
                yield return new(at, FinnishPerson.Length, PrivateKind.FinnishPerson, isOnlyDigits ? Certainty.Likely : Certainty.Certain);
        }
    }

    private static PrivateFind? OfTen(string text, DigitWindow window)
    {
        var cue = Cues.Before(text, window.Start);
        var danish = DanishPerson.HasDate(window.Digits);
        var modulus = danish && DanishPerson.HoldsModulus11(window.Digits);
        var swedish = SwedishPerson.Check(window.Digits);
        if (!danish && !swedish)
            return null;
        var kind = modulus || !swedish ? PrivateKind.DanishPerson : PrivateKind.SwedishPerson;
        if (cue == Cue.Person)
            return window.As(kind, modulus || swedish ? Certainty.Certain : Certainty.Likely);
        var isHyphened = window.LastGap is "-" or "+";
        // "241024-1234" is how a CPR is written, and nearly nothing else but a number with its own label.
        if (isHyphened && window.End - window.Start == 11)
        {
            return Cues.IsLabelledAsThing(text, window.Start) || (!modulus && cue is Cue.Account or Cue.Telephone) ? null
                : window.As(kind, modulus ? Certainty.Certain : Certainty.Likely);
        }

        return cue == Cue.None && (modulus || swedish) && !LooksOtherwise(window, modulus) ? window.As(kind, Certainty.Likely) : null;
    }

    private static PrivateFind? OfTwelve(string text, DigitWindow window)
    {
        if (!SwedishPerson.Check(window.Digits))
            return null;
        return Cues.Before(text, window.Start) switch
        {
            Cue.Person => window.As(PrivateKind.SwedishPerson, Certainty.Certain),
            Cue.None when !CheckDigits.IsTime(window.Digits.AsSpan(8)) || window.End - window.Start == 13 && window.LastGap is "-" or "+" =>
                window.As(PrivateKind.SwedishPerson, Certainty.Likely),
            _ => null,
        };
    }

    // "born 01.01.1990, number 12345": the year in full, the number after it.
    private static IEnumerable<PrivateFind> WithWholeYear(DigitGroups groups)
    {
        foreach (var window in groups.Windows(2, 2, 4, 5))
        {
            if (NorwegianPerson.Check(window.Digits.Remove(4, 2)) is { } certainty)
                yield return window.As(PrivateKind.NorwegianPerson, certainty);
        }

        foreach (var window in groups.Windows(2, 2, 4, 4))
        {
            if (DanishPerson.HasDate(window.Digits.Remove(4, 2)) && Cues.Before(groups.Text, window.Start) == Cue.Person
                && !CheckDigits.IsTime(window.Digits.AsSpan(8)))
                yield return window.As(PrivateKind.DanishPerson, Certainty.Likely);
        }
    }

    // A date with a time of day, or a Swedish mobile.
    private static bool LooksOtherwise(DigitWindow window, bool modulus) => window.LastGap.Length == 0
        ? !modulus && window.Digits.StartsWith("07", StringComparison.Ordinal)
        : CheckDigits.IsTime(window.Digits.AsSpan(6));
}
