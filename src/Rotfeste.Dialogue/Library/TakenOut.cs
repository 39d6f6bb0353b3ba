using System.Text.RegularExpressions;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Matching.Numbers;

namespace Rotfeste.Dialogue.Library;

/// <summary>Words from a conversation without whom they came from.</summary>
/// <param name="Text">The words, with a gap where something was.</param>
/// <param name="Counts">How often what was taken out: "Name", "Handle", or a key of <see cref="HiddenText.KeyOf"/>.</param>
internal sealed partial record TakenOut(string Text, IReadOnlyDictionary<string, int> Counts)
{
    public const string Gap = "[…]";
    private const int ShortestName = 3;

    /// <param name="text">What was written.</param>
    /// <param name="names">Names and handles of whoever wrote to us.</param>
    /// <param name="own">The organisation's own numbers stay.</param>
    public static TakenOut Of(string text, IReadOnlyList<string> names, OwnNumbers own)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var find in PrivateText.Find(text).Where(f => !own.Knows(text, f)).OrderByDescending(f => f.Start))
        {
            text = string.Concat(text.AsSpan(0, find.Start), Gap, text.AsSpan(find.End));
            Count(HiddenText.KeyOf(find.Kind));
        }

        text = Handle().Replace(text, _ => Out("Handle"));
        foreach (var name in NamesOf(names))
            text = Regex.Replace(text, $@"(?<![\p{{L}}\d]){Regex.Escape(name)}(?![\p{{L}}\d])", _ => Out("Name"), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);
        return new TakenOut(Gaps().Replace(text, Gap).Trim(), counts);

        string Out(string key)
        {
            Count(key);
            return Gap;
        }

        void Count(string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
    }

    /// <summary>The whole names first, then each of their words: people greet by the first.</summary>
    public static IReadOnlyList<string> NamesOf(IReadOnlyList<string> names) =>
    [
        .. names.Concat(names.SelectMany(PartsOf))
            .Where(n => n.Length >= ShortestName).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(n => n.Length),
    ];

    // Of a handle the first part alone: the rest is where the account lives.
    private static IEnumerable<string> PartsOf(string name) => name.Contains('.', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal)
        ? name.Split(['.', '@'], StringSplitOptions.RemoveEmptyEntries).Take(1)
        : name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    [GeneratedRegex(@"(?<![\p{L}\d])@[\p{L}\d][\p{L}\d._@-]*[\p{L}\d]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Handle();

    [GeneratedRegex(@"\[…\](?:[ .@-]*\[…\])+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Gaps();
}
