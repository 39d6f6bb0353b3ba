using System.Text.RegularExpressions;
using Rotfeste.Networks.Mastodon.Statuses;

namespace Rotfeste.Channels.Mastodon;

/// <summary>Whether a status says what was to be said. Servers make HTML of the words, each in its own way, so letters and figures are compared, and no mentions.</summary>
internal static partial class SentWords
{
    public static bool Are(StatusDraft draft, Status status) =>
        status.InReplyTo == draft.InReplyTo && !status.Boosted && LettersOf(status.Text) == LettersOf(draft.Text);

    private static string LettersOf(string text) => string.Concat(Mention().Replace(text, " ").Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"@[A-Za-z0-9_.-]+(?:@[A-Za-z0-9.-]+(?::[0-9]+)?)?", RegexOptions.NonBacktracking)]
    private static partial Regex Mention();
}
