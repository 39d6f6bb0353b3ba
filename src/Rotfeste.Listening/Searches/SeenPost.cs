using System.Text;
using Rotfeste.Listening.Posts;
using Rotfeste.Matching;
using MatchPost = Rotfeste.Matching.Post;

namespace Rotfeste.Listening.Searches;

/// <summary>
/// What a search sees of a post that is kept or went by, without its author: the stream names authors by number only, and a search may
/// name none but us.
/// </summary>
internal sealed record SeenPost(string Text)
{
    public string[] Languages { get; init; } = [];

    public string[] Links { get; init; } = [];

    public TextRange[] LinkRanges { get; init; } = [];

    public string[] Tags { get; init; } = [];

    public string Source { get; init; } = "";

    public bool IsReply { get; init; }

    public bool HasImage { get; init; }

    public static SeenPost Of(KeptPost post) => new(post.Text)
    {
        Languages = [.. post.Languages],
        Links = [.. post.Links.Select(link => link.Address)],
        Tags = [.. post.Tags],
        Source = post.Network,
        IsReply = post.ParentUri is not null,
        HasImage = post.Pictures.Count > 0,
    };

    /// <summary>Copies what the matcher borrowed, with places counted in UTF-16 units.</summary>
    public static SeenPost CopyOf(in MatchPost post)
    {
        var ranges = new TextRange[post.LinkRanges.Length];
        for (var at = 0; at < ranges.Length; at++)
            ranges[at] = InUnits(post.Utf8Text, post.LinkRanges[at]);
        return new(Encoding.UTF8.GetString(post.Utf8Text))
        {
            Languages = post.Languages.ToArray(),
            Links = post.Links.ToArray(),
            LinkRanges = ranges,
            Tags = post.Tags.ToArray(),
            Source = post.Source ?? "",
            IsReply = post.IsReply,
            HasImage = post.HasImage,
        };
    }

    public MatchPost ToMatch() => new(Text.AsSpan())
    {
        Languages = Languages,
        Links = Links,
        LinkRanges = LinkRanges,
        Tags = Tags,
        Source = Source,
        IsReply = IsReply,
        HasImage = HasImage,
    };

    private static TextRange InUnits(ReadOnlySpan<byte> text, TextRange range)
    {
        if (range.Start < 0 || range.Length <= 0 || range.Length > text.Length - range.Start)
            return default;
        return new(Encoding.UTF8.GetCharCount(text[..range.Start]), Encoding.UTF8.GetCharCount(text.Slice(range.Start, range.Length)));
    }
}
