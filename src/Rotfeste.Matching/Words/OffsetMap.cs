using System.Text;

namespace Rotfeste.Matching.Words;

/// <summary>Settles a text like <see cref="Settling"/> and remembers where each settled unit came from.</summary>
internal sealed class OffsetMap
{
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];
    private readonly int _originalLength;

    public OffsetMap(string text)
    {
        _originalLength = text.Length;
        var mended = new char[text.Length];
        Settling.Mend(text, mended);
        var settled = new StringBuilder();
        for (var start = 0; start < mended.Length;)
        {
            var end = SegmentEnd(mended, start);
            Append(new string(mended, start, end - start), start, settled);
            start = end;
        }
        Settled = Settling.Settle(text);
        if (settled.Equals(Settled))
            return;
        // A joining letter that the segments do not know: everything then maps to the whole text.
        _starts.Clear();
        _ends.Clear();
        _starts.AddRange(Enumerable.Repeat(0, Settled.Length));
        _ends.AddRange(Enumerable.Repeat(text.Length, Settled.Length));
    }

    /// <summary>The settled text.</summary>
    public string Settled { get; }

    /// <summary>The range of the original that became this settled range.</summary>
    public TextRange ToOriginal(TextRange settled)
    {
        var start = settled.Start < _starts.Count ? _starts[settled.Start] : _originalLength;
        return settled.Length == 0 ? new(start, 0) : new(start, _ends[settled.End - 1] - start);
    }

    private static int SegmentEnd(ReadOnlySpan<char> text, int start)
    {
        Rune.DecodeFromUtf16(text[start..], out _, out var size);
        var end = start + size;
        while (end < text.Length)
        {
            Rune.DecodeFromUtf16(text[end..], out var rune, out size);
            if (Letters.KindOf(Rune.GetUnicodeCategory(rune)) != Letters.Mark && !Letters.JoinsBackwards(rune.Value))
                break;
            end += size;
        }
        return end;
    }

    private void Append(string segment, int start, StringBuilder settled)
    {
        var composed = segment.Normalize(NormalizationForm.FormC);
        for (var at = 0; at < composed.Length; at++)
        {
            if (Letters.IsDropped(composed[at]))
                continue;
            settled.Append(composed[at]);
            var same = composed == segment;
            _starts.Add(same ? start + at : start);
            _ends.Add(same ? start + at + 1 : start + segment.Length);
        }
    }
}
