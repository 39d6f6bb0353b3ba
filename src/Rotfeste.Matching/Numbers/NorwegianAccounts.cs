namespace Rotfeste.Matching.Numbers;

/// <summary>Norwegian bank accounts: eleven digits, the last by modulus 11 (Bits, "Kontonummer").</summary>
internal static class NorwegianAccounts
{
    private static readonly byte[] Weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    public static bool Check(ReadOnlySpan<char> digits) => digits.Length == 11 && CheckDigits.Modulus11(digits, Weights) == 0;

    public static IEnumerable<PrivateFind> Find(DigitGroups groups)
    {
        foreach (var window in groups.Windows(4, 2, 5).Where(w => Check(w.Digits)))
            yield return window.As(PrivateKind.NorwegianAccount, Certainty.Certain);
        foreach (var window in groups.Windows(11).Concat(groups.Windows(4, 7)).Where(w => Check(w.Digits)))
        {
            var cue = Cues.Before(groups.Text, window.Start);
            if (cue == Cue.Account)
                yield return window.As(PrivateKind.NorwegianAccount, Certainty.Certain);
            else if (cue == Cue.None)
                yield return window.As(PrivateKind.NorwegianAccount, Certainty.Possible);
        }
    }
}
