using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Queries;

/// <summary>
/// A find of one side and a find of the other that do not overlap, with at most so many words between. What counts of a find before the
/// other is only where it ends, and of the one after where it begins: two sweeps of flags, however many finds there are.
/// </summary>
internal sealed class Near(Phrase[] first, Phrase[] second, int distance, bool isOrdered) : Leaf
{
    private const byte FirstStarts = 1;
    private const byte FirstEnds = 2;
    private const byte SecondStarts = 4;
    private const byte SecondEnds = 8;

    public Phrase[] First => first;

    public Phrase[] Second => second;

    public override bool Holds(ReadPost post)
    {
        var flags = post.CleanFlags();
        return Flag(post, flags, first, FirstStarts, FirstEnds)
            && Flag(post, flags, second, SecondStarts, SecondEnds)
            && (Follows(flags, FirstEnds, SecondStarts) || (!isOrdered && Follows(flags, SecondEnds, FirstStarts)));
    }

    public override void Collect(ReadPost post, Marking found)
    {
        var flags = post.CleanFlags();
        Flag(post, flags, first, FirstStarts, FirstEnds);
        Flag(post, flags, second, SecondStarts, SecondEnds);
        CollectSide(post, flags, found, first, after: SecondStarts, before: isOrdered ? (byte)0 : SecondEnds);
        CollectSide(post, flags, found, second, after: isOrdered ? (byte)0 : FirstStarts, before: FirstEnds);
    }

    private static bool Flag(ReadPost post, Span<byte> flags, Phrase[] side, byte starts, byte ends)
    {
        var isFound = false;
        foreach (var phrase in side)
        {
            for (var at = phrase.Find(post, 0); at >= 0; at = phrase.Find(post, at + 1))
            {
                isFound = true;
                flags[at] |= starts;
                flags[at + phrase.Words.Length - 1] |= ends;
            }
        }
        return isFound;
    }

    private bool Follows(ReadOnlySpan<byte> flags, byte ends, byte starts)
    {
        var lastEnd = int.MinValue / 2;
        for (var at = 0; at < flags.Length; at++)
        {
            if ((flags[at] & starts) != 0 && at - lastEnd - 1 <= distance)
                return true;
            if ((flags[at] & ends) != 0)
                lastEnd = at;
        }
        return false;
    }

    private void CollectSide(ReadPost post, ReadOnlySpan<byte> flags, Marking found, Phrase[] side, byte after, byte before)
    {
        foreach (var phrase in side)
        {
            for (var at = phrase.Find(post, 0); at >= 0; at = phrase.Find(post, at + 1))
            {
                var end = at + phrase.Words.Length;
                if (Any(flags, end, end + distance + 1, after) || Any(flags, at - distance - 1, at, before))
                    found.InWords.Add(phrase.RangeAt(post, at));
            }
        }
    }

    private static bool Any(ReadOnlySpan<byte> flags, int from, int until, byte wanted)
    {
        for (var at = Math.Max(0, from); at < Math.Min(until, flags.Length); at++)
        {
            if ((flags[at] & wanted) != 0)
                return true;
        }
        return false;
    }
}
