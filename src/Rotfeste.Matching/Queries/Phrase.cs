using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Queries;

/// <summary>Consecutive words; a single word is a phrase of one.</summary>
internal sealed class Phrase : Leaf
{
    private readonly int _anchor;

    public Phrase(Word[] words)
    {
        Words = words;
        _anchor = Array.FindIndex(words, word => word.IsHashed);
    }

    public Word[] Words { get; }

    public override bool Holds(ReadPost post) => Find(post, 0) >= 0;

    public override void Collect(ReadPost post, Marking found)
    {
        for (var at = Find(post, 0); at >= 0; at = Find(post, at + 1))
            found.InWords.Add(RangeAt(post, at));
    }

    public TextRange RangeAt(ReadPost post, int at)
    {
        var start = post.Words.Ranges[at].Start;
        return new(start, post.Words.Ranges[at + Words.Length - 1].End - start);
    }

    /// <summary>Number of the word where the phrase begins, at or after <paramref name="from"/>; -1 where it does not.</summary>
    public int Find(ReadPost post, int from)
    {
        var hashes = post.Words.Hashes;
        var last = hashes.Length - Words.Length;
        for (var at = from; at <= last; at++)
        {
            if (_anchor >= 0)
            {
                var next = hashes[(at + _anchor)..(last + _anchor + 1)].IndexOf(Words[_anchor].Hash);
                if (next < 0)
                    return -1;
                at += next;
            }
            if (StandsAt(post, at))
                return at;
        }
        return -1;
    }

    private bool StandsAt(ReadPost post, int at)
    {
        for (var word = 0; word < Words.Length; word++)
        {
            if (!Words[word].Is(post, at + word))
                return false;
        }
        return true;
    }
}
