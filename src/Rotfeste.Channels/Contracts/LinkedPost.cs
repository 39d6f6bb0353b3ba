using NodaTime;
using Rotfeste.Channels.Protocols;

namespace Rotfeste.Channels.Contracts;

/// <summary>What a link that people copy tells of the post that it leads to, without asking any network. Each part may be null.</summary>
public sealed record LinkedPost
{
    /// <summary>Its lasting address, as <see cref="NetworkPost.Uri"/>.</summary>
    public string? Uri { get; init; }

    /// <summary>The author's lasting id, where the link leads to the author's own server, with <see cref="Page"/>.</summary>
    public string? Account { get; init; }

    /// <summary>Where people read it, as <see cref="NetworkPost.WebLink"/>.</summary>
    public string? Page { get; init; }

    /// <summary>The author's handle, where the link names no lasting id; with <see cref="Ending"/> and <see cref="About"/>.</summary>
    public string? Handle { get; init; }

    /// <summary>How its lasting address ends.</summary>
    public string? Ending { get; init; }

    /// <summary>When it was made, as its maker's clock said.</summary>
    public Instant? About { get; init; }

    /// <summary>Reads a link to a page, or a lasting address; null when no network that we know has posts at such addresses.</summary>
    public static LinkedPost? Read(string link) => KnownProtocols.All.Select(p => p.ReadLink(link)).FirstOrDefault(l => l is not null);
}
