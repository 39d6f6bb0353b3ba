namespace Rotfeste.People.Passwords;

/// <summary>What is wrong with a password.</summary>
internal enum PasswordFlaw
{
    TooShort,
    TooLong,
    Common,

    /// <summary>A few characters, or a row of neighbours, over and over.</summary>
    Pattern,

    /// <summary>Little more than a name that everybody knows: the organisation's, the person's, the address's.</summary>
    Named,
}

/// <summary>Which passwords are refused: short ones, and those that are guessed first. Length is what counts, so nothing is said of capitals and signs.</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 200;
    private const int FewestOwn = 8;
    private const int FewestDifferent = 5;

    private static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyzæøå", "01234567890123456789", "qwertyuiopåasdfghjkløæzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol",
    ];

    /// <summary>The first flaw, or null for a password that will do.</summary>
    public static PasswordFlaw? Check(string password, params string?[] names)
    {
        if (password.Length < Shortest)
            return PasswordFlaw.TooShort;
        if (password.Length > Longest)
            return PasswordFlaw.TooLong;

        var plain = KnownPasswords.Plain(password);
        if (KnownPasswords.Contain(password))
            return PasswordFlaw.Common;
        if (IsPattern(plain))
            return PasswordFlaw.Pattern;
        return Words(names).Any(w => Left(plain, w) < FewestOwn) ? PasswordFlaw.Named : null;
    }

    private static bool IsPattern(string plain) =>
        plain.Distinct().Count() < FewestDifferent || Repeats(plain) || InRow(plain) >= plain.Length - 2;

    // "fjordfjordfjord": some shorter piece over and over.
    private static bool Repeats(string plain) => Enumerable.Range(1, plain.Length / 2)
        .Any(size => size < FewestOwn && Enumerable.Range(size, plain.Length - size).All(i => plain[i] == plain[i - size]));

    // How many characters stand beside their neighbour in the alphabet, among the digits or on the keyboard, either way.
    private static int InRow(string plain) => 1 + Enumerable.Range(1, plain.Length - 1)
        .Count(i => Rows.Any(row => row.Contains($"{plain[i - 1]}{plain[i]}", StringComparison.Ordinal)
            || row.Contains($"{plain[i]}{plain[i - 1]}", StringComparison.Ordinal)));

    private static IEnumerable<string> Words(string?[] names) => names
        .OfType<string>()
        .SelectMany(n => n.Split([' ', '@', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries)
            .Append(n.Split('@')[0])
            .Append(n.Replace(" ", "", StringComparison.Ordinal)))
        .Select(KnownPasswords.Plain)
        .Where(w => w.Length >= 4)
        .Distinct();

    private static int Left(string plain, string word) =>
        plain.Contains(word, StringComparison.Ordinal) ? plain.Replace(word, "", StringComparison.Ordinal).Length : int.MaxValue;
}
