using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Queries;

/// <summary>A hashtag, in the text or beside it. The name is folded and without #.</summary>
internal sealed class Tag(string name) : Leaf
{
    public uint Hash { get; } = Words.Hash.Of(name);

    public override bool Holds(ReadPost post) => Named.Holds(post, post.Tags, Hash, name);

    public override void Collect(ReadPost post, List<TextRange> found) => Named.Collect(post, post.Tags, Hash, name, found);
}

/// <summary>A mention, in the text or beside it. The name is folded and without the first @.</summary>
internal sealed class Handle(string name) : Leaf
{
    public uint Hash { get; } = Words.Hash.Of(name);

    public override bool Holds(ReadPost post) => Named.Holds(post, post.Handles, Hash, name);

    public override void Collect(ReadPost post, List<TextRange> found) => Named.Collect(post, post.Handles, Hash, name, found);
}

/// <summary>The post's own language is one of these primary subtags.</summary>
internal sealed class Language(string[] subtags) : Leaf
{
    public override bool Holds(ReadPost post)
    {
        foreach (var tag in post.Languages.AsSpan(0, post.LanguageCount))
        {
            var primary = Primary(tag);
            foreach (var subtag in subtags)
            {
                if (primary.Equals(subtag, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }
        return false;
    }

    public override void Collect(ReadPost post, List<TextRange> found)
    {
    }

    public static ReadOnlySpan<char> Primary(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny('-', '_');
        return end < 0 ? tag : tag[..end];
    }
}

/// <summary>What tags and handles have in common: a name compared whole, behind one sign.</summary>
internal static class Named
{
    public static bool Holds(ReadPost post, Finds finds, uint hash, string name)
    {
        for (var at = 0; at < finds.Count; at++)
        {
            if (finds.Hashes[at] == hash && post.At(finds.Ranges[at]).SequenceEqual(name))
                return true;
        }
        return false;
    }

    public static void Collect(ReadPost post, Finds finds, uint hash, string name, List<TextRange> found)
    {
        for (var at = 0; at < finds.Count; at++)
        {
            var range = finds.Ranges[at];
            if (finds.Hashes[at] == hash && range.End <= post.TextLength && post.At(range).SequenceEqual(name))
                found.Add(new(range.Start - 1, range.Length + 1));
        }
    }
}
