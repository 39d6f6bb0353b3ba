namespace Rotfeste.Networks.Text;

/// <summary>What a piece of a text stands for.</summary>
public enum FacetKind
{
    /// <summary>A web address.</summary>
    Link,

    /// <summary>An account.</summary>
    Mention,

    /// <summary>A tag.</summary>
    Tag,
}

/// <summary>A piece of a text that leads somewhere. Source: lexicon app.bsky.richtext.facet.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="ByteStart">First byte of the piece in the text as UTF-8.</param>
/// <param name="ByteEnd">The byte after its last.</param>
/// <param name="Target">
/// Link: an http or https address. Tag: the words without "#". Mention: the handle where <see cref="FacetFinder"/> found it in a text,
/// the DID where it stands in a post.
/// </param>
public sealed record Facet(FacetKind Kind, int ByteStart, int ByteEnd, string Target);
