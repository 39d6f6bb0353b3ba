using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Queries;

/// <summary>One word of a phrase, folded; with <paramref name="isOpen"/> it is the beginning of one.</summary>
internal sealed class Word(string text, bool isOpen)
{
    public string Text => text;

    public bool IsOpen => isOpen;

    public uint Hash { get; } = Words.Hash.Of(text);

    public bool Is(ReadPost post, int at)
    {
        if (!isOpen && post.Words.Hashes[at] != Hash)
            return false;
        var word = post.At(post.Words.Ranges[at]);
        return isOpen ? word.StartsWith(text, StringComparison.Ordinal) : word.SequenceEqual(text);
    }
}

/// <summary>Consecutive words; a single word is a phrase of one.</summary>
internal sealed class Phrase : Leaf
{
    private readonly int _anchor;

    public Phrase(Word[] words)
    {
        Words = words;
        _anchor = Array.FindIndex(words, word => !word.IsOpen);
    }

    public Word[] Words { get; }

    public override bool Holds(ReadPost post) => Find(post, 0) >= 0;

    public override void Collect(ReadPost post, List<TextRange> found)
    {
        var ranges = post.Words.Ranges;
        for (var at = Find(post, 0); at >= 0; at = Find(post, at + 1))
        {
            var start = ranges[at].Start;
            found.Add(new(start, ranges[at + Words.Length - 1].End - start));
        }
    }

    /// <summary>Number of the word where the phrase begins, at or after <paramref name="from"/>; -1 where it does not.</summary>
    private int Find(ReadPost post, int from)
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
