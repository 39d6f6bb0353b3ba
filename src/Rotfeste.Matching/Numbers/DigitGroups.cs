namespace Rotfeste.Matching.Numbers;

/// <summary>A longest run of digits.</summary>
internal readonly record struct DigitGroup(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>Some groups side by side that together could be a number.</summary>
/// <param name="Start">First unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Digits">The digits alone.</param>
/// <param name="LastGap">What stands before the last group; empty where there is one group.</param>
internal readonly record struct DigitWindow(int Start, int End, string Digits, string LastGap)
{
    public PrivateFind As(PrivateKind kind, Certainty certainty) => new(Start, End - Start, kind, certainty);
}

/// <summary>The groups of digits in a text, and the windows in which they stand in one of several layouts.</summary>
internal sealed class DigitGroups
{
    private const int LongestGap = 3;
    private readonly List<DigitGroup> _groups;

    private DigitGroups(string text, List<DigitGroup> groups) => (Text, _groups) = (text, groups);

    public string Text { get; }

    public static DigitGroups Of(string text)
    {
        var groups = new List<DigitGroup>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]))
                continue;
            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
                at++;
            groups.Add(new(start, at - start));
        }

        return new(text, groups);
    }

    /// <summary>
    /// Every place where groups have these lengths. Before them stands no letter, unless it belongs to a word that
    /// announces the number, and no plus; after them no letter.
    /// </summary>
    public IEnumerable<DigitWindow> Windows(params int[] layout)
    {
        for (var first = 0; first + layout.Length <= _groups.Count; first++)
        {
            if (Fits(first, layout) && BeginsWell(_groups[first].Start) && EndsWell(_groups[first + layout.Length - 1].End))
                yield return Window(first, layout.Length);
        }
    }

    /// <summary>Windows of one digit a group, for those who write 0 1 0 1 …; no further such digit beside them.</summary>
    public IEnumerable<DigitWindow> SpacedOut(int digits)
    {
        var layout = Enumerable.Repeat(1, digits).ToArray();
        for (var first = 0; first + digits <= _groups.Count; first++)
        {
            var after = first + digits;
            if (Fits(first, layout) && !Continues(first - 1) && !(after < _groups.Count && Continues(after - 1)))
                yield return Window(first, digits);
        }
    }

    private bool Continues(int first) => first >= 0 && _groups[first].Length == 1 && _groups[first + 1].Length == 1 && GapWithin(first);

    private bool Fits(int first, int[] layout)
    {
        for (var at = 0; at < layout.Length; at++)
        {
            if (_groups[first + at].Length != layout[at] || (at > 0 && !GapWithin(first + at - 1)))
                return false;
        }

        return true;
    }

    // Spaces with at most one other sign among them.
    private bool GapWithin(int group)
    {
        var gap = Text.AsSpan(_groups[group].End.._groups[group + 1].Start);
        if (gap.Length is 0 or > LongestGap || gap.ContainsAnyExcept(" -./+"))
            return false;
        return gap.Length - gap.Count(' ') <= 1;
    }

    private bool BeginsWell(int start)
    {
        if (start == 0)
            return true;
        var before = Text[start - 1];
        return char.IsLetter(before) ? Cues.IsGluedPerson(Text, start) : before != '+';
    }

    private bool EndsWell(int end) => end == Text.Length || !char.IsLetter(Text[end]);

    private DigitWindow Window(int first, int count)
    {
        var last = _groups[first + count - 1];
        var digits = string.Concat(Enumerable.Range(first, count).Select(g => Text.AsSpan(_groups[g].Start, _groups[g].Length).ToString()));
        var gap = count == 1 ? "" : Text[_groups[first + count - 2].End..last.Start].Trim();
        return new(_groups[first].Start, last.End, digits, count > 1 && gap.Length == 0 ? " " : gap);
    }
}
