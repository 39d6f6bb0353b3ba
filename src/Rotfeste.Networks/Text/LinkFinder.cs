using System.Buffers;
using System.Globalization;
using System.Text;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Text;

/// <summary>Tells whether a web address begins here, and where it ends as a person would see it.</summary>
internal static class LinkFinder
{
    private const int Longest = 2_048;
    private const string Quotes = "<>\"«»“”„`";
    private const string Trailing = ".,;:!?'’…*";

    // Listed once, so that the end of each word is found at the speed of a plain search.
    private static readonly SearchValues<char> Stops =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(Ends)]);

    public static (int Length, string Target)? Match(ReadOnlySpan<char> rest) =>
        HasScheme(rest) ? Full(TrimTail(Word(rest))) : Bare(rest);

    // Up to where an address can reach at most; empty when there is no end within reason.
    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> rest)
    {
        var end = rest[..Math.Min(rest.Length, Longest + 1)].IndexOfAny(Stops);
        if (end >= 0) return rest[..end];
        return rest.Length <= Longest ? rest : [];
    }

    private static bool Ends(char c) =>
        char.IsWhiteSpace(c)
        || char.IsControl(c)
        || char.GetUnicodeCategory(c) == UnicodeCategory.Format
        || Quotes.Contains(c, StringComparison.Ordinal);

    private static bool HasScheme(ReadOnlySpan<char> word) =>
        word.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || word.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    private static (int, string)? Full(ReadOnlySpan<char> word) =>
        Address(word.ToString()) is { } target ? (word.Length, target) : null;

    // The domain first: most words fall here, and cheaply.
    private static (int, string)? Bare(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && end <= KnownEndings.LongestDomain && (char.IsLetterOrDigit(rest[end]) || rest[end] is '.' or '-')) end++;
        var domain = rest[..end].TrimEnd(".-");
        if (!KnownEndings.IsDomain(domain)) return null;
        var tail = rest[domain.Length..];
        if (tail.Length > 0 && tail[0] is '@' or '_') return null;
        var length = tail.Length > 0 && (tail[0] is '/' or '?' or '#' || IsPort(tail)) ? TrimTail(Word(rest)).Length : domain.Length;
        return length > 0 && Address($"https://{rest[..length]}") is { } target ? (length, target) : null;
    }

    private static bool IsPort(ReadOnlySpan<char> tail) => tail.Length > 1 && tail[0] == ':' && char.IsAsciiDigit(tail[1]);

    // A closing bracket belongs to the sentence unless its opening one is in the address.
    private static ReadOnlySpan<char> TrimTail(ReadOnlySpan<char> word)
    {
        while (word.Length > 0)
        {
            var last = word[^1];
            var drop = Trailing.Contains(last, StringComparison.Ordinal)
                || (last == ')' && word.Count('(') < word.Count(')'))
                || (last == ']' && word.Count('[') < word.Count(']'))
                || (last == '}' && word.Count('{') < word.Count('}'));
            if (!drop) break;
            word = word[..^1];
        }

        return word;
    }

    // A user name before the host only ever serves to mislead. Letters beyond ASCII are encoded, as the protocol's uri format asks.
    private static string? Address(string text)
    {
        if (JsonReading.ParseWeb(text) is not { UserInfo.Length: 0 } uri || uri.IdnHost.Length == 0) return null;
        var address = Ascii.IsValid(text) ? text : new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri;
        return Ascii.IsValid(address) ? address : null;
    }
}
