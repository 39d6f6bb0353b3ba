using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Channels.Contracts;

/// <summary>How an account at a network is doing: a typed state, never derived from message texts.</summary>
public enum ChannelState
{
    /// <summary>All is well.</summary>
    Connected,

    /// <summary>The network wants a new sign-in (password or token no longer valid).</summary>
    SignInAgain,

    /// <summary>The network refuses the account (suspended, taken down, deactivated).</summary>
    RefusedByNetwork,

    /// <summary>The server cannot be reached, or answers what is no answer.</summary>
    Unreachable,

    /// <summary>Asked too often; goes on by itself.</summary>
    RateLimited,

    /// <summary>Paused by a person.</summary>
    Paused,
}

/// <summary>The state with since when, and until when where the network said so.</summary>
public sealed record ChannelHealth(ChannelState State, Instant Since, Instant? Until);

/// <summary>An account at a network, as other rooms see it.</summary>
/// <param name="Id">The channel.</param>
/// <param name="Network">"bluesky" or "mastodon".</param>
/// <param name="Account">The account's lasting id at the network (a DID; the profile's address at Mastodon).</param>
/// <param name="Handle">"fjordvik.no", "fjordvik@mastodon.example"; without @.</param>
/// <param name="DisplayName">As the network shows it.</param>
/// <param name="Health">How it is doing.</param>
public sealed record ChannelCard(ChannelId Id, string Network, string Account, string Handle, string DisplayName, ChannelHealth Health)
{
    /// <summary>What the account's server takes; null where it has said nothing else than what is usual.</summary>
    public NetworkLimits? Limits { get; init; }

    /// <summary>How answers from here are signed; null as the organisation signs.</summary>
    public SignatureStyle? Signing { get; init; }
}

/// <summary>Asks for the current organisation's channels.</summary>
public sealed class ConnectedChannels
{
    private readonly KnownChannels known;
    private readonly ChannelSight sight;

    internal ConnectedChannels(KnownChannels known, ChannelSight sight) => (this.known, this.sight) = (known, sight);

    /// <summary>All that are connected, by handle.</summary>
    public async Task<IReadOnlyList<ChannelCard>> AllAsync(CancellationToken cancellation)
    {
        var rows = (await known.AllAsync(cancellation)).Channels;
        return [.. rows.Where(c => c.IsConnected).Select(CardOf).OrderBy(c => c.Handle, StringComparer.Ordinal)];
    }

    /// <summary>The named ones, also those disconnected since: what was said through them keeps its name.</summary>
    public async Task<IReadOnlyDictionary<ChannelId, ChannelCard>> FindAsync(
        IReadOnlyCollection<ChannelId> channels, CancellationToken cancellation)
    {
        var rows = (await known.AllAsync(cancellation)).Channels;
        return rows.Where(c => channels.Contains(c.Id)).ToDictionary(c => c.Id, CardOf);
    }

    /// <summary>
    /// The channels, also disconnected ones, that a member may see and answer: a channel can be given to some units, and who
    /// runs the channels sees all.
    /// </summary>
    public Task<IReadOnlySet<ChannelId>> VisibleToAsync(Caller member, CancellationToken cancellation) =>
        sight.OfAsync(member, cancellation);

    /// <summary>The units that a channel is given to; empty where everybody has it.</summary>
    public async Task<IReadOnlyList<UnitId>> UnitsOfAsync(ChannelId channel, CancellationToken cancellation) =>
        [.. (await known.AllAsync(cancellation)).Units.Where(u => u.Channel == channel).Select(u => u.Unit)];

    private static ChannelCard CardOf(Channel channel) =>
        new(channel.Id, channel.Network, channel.Account, channel.Handle, channel.DisplayName, channel.Health)
        {
            Limits = channel.Limits,
            Signing = channel.Signing,
        };
}
