using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Queries;

/// <summary>A leaf that reads what stands beside the text, and so marks nothing in it.</summary>
internal abstract class Field : Leaf
{
    public sealed override void Collect(ReadPost post, Marking found)
    {
    }
}

/// <summary>The post's own language is one of these primary subtags, which are folded.</summary>
internal sealed class Language(string[] subtags) : Field
{
    public override bool Holds(ReadPost post)
    {
        foreach (var tag in post.Languages)
        {
            foreach (var subtag in subtags)
            {
                if (Folding.IsFoldedTo(Primary(tag), subtag))
                    return true;
            }
        }
        return false;
    }

    public static ReadOnlySpan<char> Primary(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny('-', '_');
        return end < 0 ? tag : tag[..end];
    }
}

/// <summary>The post comes from one of these sources, which are folded.</summary>
internal sealed class Source(string[] sources) : Field
{
    public override bool Holds(ReadPost post)
    {
        foreach (var source in sources)
        {
            if (post.Source is { } range && post.At(range).SequenceEqual(source))
                return true;
        }
        return false;
    }
}

/// <summary>The post is by this handle, folded and without @.</summary>
internal sealed class Author(string handle) : Field
{
    public uint Hash { get; } = Words.Hash.Of(handle);

    public override bool Holds(ReadPost post) => post.Author is { } range && post.At(range).SequenceEqual(handle);
}

/// <summary>The post links to this host or one below it, and there to this path or one below it. The path is empty or begins with a slash.</summary>
internal sealed class Link(string host, string path) : Field
{
    public uint Hash { get; } = Words.Hash.Of(host);

    public override bool Holds(ReadPost post)
    {
        foreach (var link in post.Links)
        {
            if (IsHost(post.At(link.Host)) && IsPath(post.At(link.Path)))
                return true;
        }
        return false;
    }

    private bool IsHost(ReadOnlySpan<char> other) =>
        other.EndsWith(host, StringComparison.Ordinal) && (other.Length == host.Length || other[^(host.Length + 1)] == '.');

    private bool IsPath(ReadOnlySpan<char> other) =>
        other.StartsWith(path, StringComparison.Ordinal) && (path.Length == 0 || other.Length == path.Length || other[path.Length] == '/');
}

/// <summary>Something that a post is or has.</summary>
internal sealed class Flag(QueryPartKind kind) : Field
{
    public override bool Holds(ReadPost post) => kind switch
    {
        QueryPartKind.Reply => post.IsReply,
        QueryPartKind.Repost => post.IsRepost,
        QueryPartKind.Image => post.HasImage,
        _ => post.HasLink,
    };
}
