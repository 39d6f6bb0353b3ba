using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Networks.Text;

namespace Rotfeste.Channels.Protocols;

/// <summary>What can be known of a network without asking it. One a network, in its own folder.</summary>
internal abstract class Protocol
{
    /// <summary>As it is stored: "bluesky".</summary>
    public abstract string Name { get; }

    /// <summary>As people call it: "Bluesky".</summary>
    public abstract string Title { get; }

    /// <summary>Whether an address of a post is one of this network's.</summary>
    public abstract bool Owns(string postUri);

    /// <summary>Reads a stored raw event; null when it is no readable post.</summary>
    public abstract NetworkPost? Read(string raw);

    /// <summary>How long a text is for this network.</summary>
    public abstract TextSize Measure(string text, NetworkLimits limits);

    /// <summary>What the network takes where a server has said nothing else.</summary>
    public abstract NetworkLimits UsualLimits { get; }

    /// <summary>Where people read an account.</summary>
    public abstract string ProfileOf(Channel channel);

    /// <summary>Where people read a post, where its address alone tells it.</summary>
    public virtual string? WebLinkOf(string postUri) => null;

    /// <summary>What a link that people copy tells of one of this network's posts; null when it leads to none.</summary>
    public abstract LinkedPost? ReadLink(string link);

    /// <summary>What is put before an answer to a post when it is sent; empty for nothing.</summary>
    public virtual string OpeningOf(NetworkPost question) => "";

    /// <summary>Cuts a text into the pieces that the network will show.</summary>
    public virtual IReadOnlyList<Networks.Text.TextPiece> Cut(string text) => TextPieces.Cut(text, FacetFinder.Find(text));
}
