using Rotfeste.Channels.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Channels.Accounts;

/// <summary>A channel on a screen.</summary>
/// <param name="Address">Where its page is.</param>
/// <param name="Handle">Without @.</param>
/// <param name="Name">Display name, or the handle where the account has none.</param>
/// <param name="Server">Host of the server.</param>
/// <param name="WebLink">Where people read the account.</param>
/// <param name="Health">How it is doing.</param>
/// <param name="Unreadable">How many of its events could not be read; they are kept.</param>
/// <param name="Network">"mastodon".</param>
/// <param name="NetworkName">"Mastodon".</param>
/// <param name="Lacks">Names of what its server lacks.</param>
public sealed record ChannelView(
    string Address, string Handle, string Name, string Server, string WebLink, ChannelHealth Health, int Unreadable,
    string Network, string NetworkName, IReadOnlyList<string> Lacks);

/// <summary>All channels on a screen.</summary>
/// <param name="Channels">By name.</param>
/// <param name="Address">Where the list is.</param>
/// <param name="MayChange">The reader may connect and change channels.</param>
public sealed record ChannelsView(IReadOnlyList<ChannelView> Channels, string Address, bool MayChange);

/// <summary>A unit that can be chosen.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsChosen">May see and answer the channel.</param>
public sealed record UnitChoice(string Id, string Name, bool IsChosen);

/// <summary>One channel's own page.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Back">Where the list is.</param>
/// <param name="MayChange">The reader may change it.</param>
/// <param name="Units">All units.</param>
/// <param name="Publishing">Whether it may publish what answers nobody.</param>
/// <param name="Refusals">Of the form that came back.</param>
public sealed record ChannelPageView(
    ChannelView Channel, string Back, bool MayChange, IReadOnlyList<UnitChoice> Units, PublishingView Publishing, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>How answers are signed; null as everywhere else.</summary>
    public SignatureStyle? Signing { get; init; }

    /// <summary>The channel's id, for forms that name it.</summary>
    public string Id => Channel.Address[(Channel.Address.LastIndexOf('/') + 1)..];
}

/// <summary>Whether a channel may publish, for a screen.</summary>
/// <param name="Stand">Whether.</param>
/// <param name="Title">What it stands on, by name; null where it stands on nothing.</param>
/// <param name="Address">Where one sees what is missing, or what it stands on; null where there is nothing to see.</param>
/// <param name="Missing">How many things are missing.</param>
public sealed record PublishingView(PublishingStand Stand, string? Title, string? Address, int Missing);
