using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Queries;

/// <summary>A hashtag, in the text or beside it. The name is folded and without #.</summary>
internal sealed class Tag(string name) : Leaf
{
    public uint Hash { get; } = Words.Hash.Of(name);

    public override bool Holds(ReadPost post) => Named.Holds(post, post.Tags, Hash, name);

    public override void Collect(ReadPost post, Marking found) => Named.Collect(post, post.Tags, Hash, name, found);
}

/// <summary>A mention, in the text or beside it. The name is folded and without the first @.</summary>
internal sealed class Handle(string name) : Leaf
{
    public uint Hash { get; } = Words.Hash.Of(name);

    public override bool Holds(ReadPost post) => Named.Holds(post, post.Handles, Hash, name);

    public override void Collect(ReadPost post, Marking found) => Named.Collect(post, post.Handles, Hash, name, found);
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

    public static void Collect(ReadPost post, Finds finds, uint hash, string name, Marking found)
    {
        for (var at = 0; at < finds.Count; at++)
        {
            var range = finds.Ranges[at];
            if (finds.Hashes[at] == hash && range.End <= post.TextLength && post.At(range).SequenceEqual(name))
                found.InWords.Add(new(range.Start - 1, range.Length + 1));
        }
    }
}
