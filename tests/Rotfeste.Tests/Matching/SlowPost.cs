using System.Globalization;
using System.Text;
using Rotfeste.Matching;

namespace Rotfeste.Tests.Matching;

/// <summary>A post taken apart in the most obvious way, by lists and strings; it shares no line with the engine.</summary>
internal sealed class SlowPost
{
    private readonly List<Rune> _runes;
    private readonly bool[] _inAddress;

    public SlowPost(RandomPost post)
    {
        Post = post;
        Whole = Settle(post.Text);
        _runes = [.. Settle(Cut(post.Text, post.LinkRanges)).EnumerateRunes()];
        _inAddress = new bool[_runes.Count];
        MarkAddresses();
        ReadWordsAndTags();
        ReadHandles();
        foreach (var tag in post.Tags.Select(tag => Fold(Settle(tag))))
            Tags.Add(tag.StartsWith('#') ? tag[1..] : tag);
        foreach (var mention in post.Mentions.Select(mention => Fold(Settle(mention))))
            Handles.Add(mention.StartsWith('@') ? mention[1..] : mention);
        Languages = [.. post.Languages.Select(language => Fold(language).Split('-')[0])];
        Links.AddRange(post.Links.Select(Settle));
        Author = post.Author is null ? null : Fold(Settle(post.Author));
        Author = Author?.StartsWith('@') == true ? Author[1..] : Author;
        Source = post.Source is null ? null : Fold(Settle(post.Source));
    }

    public RandomPost Post { get; }

    /// <summary>The NFC text, addresses and all.</summary>
    public string Whole { get; }

    /// <summary>The words of the text as written.</summary>
    public List<string> Words { get; } = [];

    public HashSet<string> Tags { get; } = [];

    public HashSet<string> Handles { get; } = [];

    public HashSet<string> Languages { get; }

    /// <summary>The links beside the text, and the addresses in it.</summary>
    public List<string> Links { get; } = [];

    public string? Author { get; }

    public string? Source { get; }

    // A cut link leaves a sign that no word is made of.
    private static string Cut(string text, IEnumerable<TextRange> ranges)
    {
        var cut = new StringBuilder(text);
        foreach (var range in ranges)
        {
            for (var at = range.Start; at < range.End; at++)
                cut[at] = '\uFFFC';
        }
        return cut.ToString();
    }

    public static string Settle(string text)
    {
        // EnumerateRunes puts U+FFFD for what is broken; U+FFFE is no character and Normalize would not take it.
        var whole = string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0xFFFE ? "\uFFFD" : rune.ToString()));
        return string.Concat(whole.Normalize(NormalizationForm.FormC)
            .Where(unit => !"\u00AD\u200B\u200C\u200D\u2060\uFEFF".Contains(unit, StringComparison.Ordinal)));
    }

    public static string Fold(string text) => string.Concat(text.EnumerateRunes().Select(Rune.ToLowerInvariant));

    public static bool IsWordRune(Rune rune) => Category(rune) != "-" || rune.Value == '_';

    private static string Category(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => "L",
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => "M",
        UnicodeCategory.DecimalDigitNumber => "Nd",
        UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => "N",
        _ => "-",
    };

    private bool IsWordRune(int at) =>
        at >= 0 && at < _runes.Count && (Category(_runes[at]) != "-" || _runes[at].Value == '_');

    private bool IsMark(int at) => Category(_runes[at]) == "M";

    private string Piece(int from, int until) => string.Concat(_runes[from..until]);

    private bool Says(int at, string text) => Fold(Piece(at, Math.Min(_runes.Count, at + text.Length))) == text;

    private void MarkAddresses()
    {
        for (var at = 0; at < _runes.Count; at++)
        {
            var starts = Says(at, "http://") || Says(at, "https://") || (Says(at, "www.") && IsWordRune(at + 4));
            if (!starts || IsWordRune(at - 1))
                continue;
            var end = at;
            while (end < _runes.Count && !Rune.IsWhiteSpace(_runes[end]) && !"<>\"«»".Contains(_runes[end].ToString(), StringComparison.Ordinal))
                end++;
            while (FallsOff(Piece(at, end)))
                end--;
            Array.Fill(_inAddress, true, at, end - at);
            Links.Add(Piece(at, end));
            at = end - 1;
        }
    }

    private static bool FallsOff(string address)
    {
        if (address.EndsWith(')'))
            return address.Count(unit => unit == ')') > address.Count(unit => unit == '(');
        return ".,:;!?…'’]}".Contains(address[^1], StringComparison.Ordinal);
    }

    private void ReadWordsAndTags()
    {
        for (var at = 0; at < _runes.Count; at++)
        {
            if (_inAddress[at] || !IsWordRune(at) || IsMark(at))
                continue;
            var end = at;
            while (IsWordRune(end) && !_inAddress[end])
                end++;
            var word = Fold(Piece(at, end));
            Words.Add(Piece(at, end));
            var isTag = at > 0 && !_inAddress[at - 1] && _runes[at - 1].Value == '#' && !IsWordRune(at - 2);
            if (isTag && word.EnumerateRunes().Any(rune => Category(rune) == "L"))
                Tags.Add(word);
            at = end - 1;
        }
    }

    private void ReadHandles()
    {
        for (var at = 0; at < _runes.Count; at++)
        {
            if (_inAddress[at] || _runes[at].Value != '@' || IsWordRune(at - 1) || (at > 0 && _runes[at - 1].Value == '.'))
                continue;
            var nameEnd = RunEnd(at + 1);
            var name = Piece(at + 1, nameEnd);
            if (name.Length == 0)
                continue;
            var host = nameEnd < _runes.Count && !_inAddress[nameEnd] && _runes[nameEnd].Value == '@'
                ? Piece(nameEnd + 1, RunEnd(nameEnd + 1)).TrimEnd('.', '-')
                : "";
            var handle = host.Length > 0 ? $"{name}@{host}" : name.TrimEnd('.', '-');
            if (handle.Length > 0)
                Handles.Add(Fold(handle));
        }
    }

    private int RunEnd(int at)
    {
        while (at < _runes.Count && !_inAddress[at] && IsHandleRune(_runes[at]))
            at++;
        return at;
    }

    private static bool IsHandleRune(Rune rune) =>
        Category(rune) is "L" or "Nd" || "_.-".Contains(rune.ToString(), StringComparison.Ordinal);
}
