using System.Text;
using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Queries;

/// <summary>Characters as written, in the whole text; at a word boundary where it begins or ends in a word character.</summary>
internal sealed class Literal : Leaf
{
    private readonly bool _beginsInWord;
    private readonly bool _endsInWord;

    public Literal(string text)
    {
        Text = text;
        Rune.DecodeFromUtf16(text, out var first, out _);
        Rune.DecodeLastFromUtf16(text, out var last, out _);
        _beginsInWord = Letters.IsWordRune(first);
        _endsInWord = Letters.IsWordRune(last);
    }

    public string Text { get; }

    public override bool Holds(ReadPost post) => Find(post.Whole, 0) >= 0;

    public override void Collect(ReadPost post, Marking found)
    {
        var whole = post.Whole;
        for (var at = Find(whole, 0); at >= 0; at = Find(whole, at + 1))
            found.InWhole.Add(new(at, Text.Length));
    }

    private int Find(ReadOnlySpan<char> whole, int from)
    {
        while (whole[from..].IndexOf(Text, StringComparison.Ordinal) is >= 0 and var step)
        {
            var at = from + step;
            if (!(_beginsInWord && EndsInWord(whole[..at])) && !(_endsInWord && BeginsInWord(whole[(at + Text.Length)..])))
                return at;
            from = at + 1;
        }
        return -1;
    }

    private static bool EndsInWord(ReadOnlySpan<char> before) =>
        Rune.DecodeLastFromUtf16(before, out var rune, out _) == System.Buffers.OperationStatus.Done && Letters.IsWordRune(rune);

    private static bool BeginsInWord(ReadOnlySpan<char> after) =>
        Rune.DecodeFromUtf16(after, out var rune, out _) == System.Buffers.OperationStatus.Done && Letters.IsWordRune(rune);
}
