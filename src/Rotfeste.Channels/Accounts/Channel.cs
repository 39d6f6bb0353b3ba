using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Networks;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Accounts;

/// <summary>An account at a network. A disconnected one stays as a row, so that what was sent from it keeps its name.</summary>
internal sealed partial class Channel : IBelongToOrganisation, IVersioned
{
    public const string Bluesky = "bluesky";
    public const string Mastodon = "mastodon";

    private Channel()
    {
    }

    public ChannelId Id { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public string Network { get; private init; } = Bluesky;

    /// <summary>Where the account's calls go.</summary>
    public string Server { get; private set; } = "";

    public string Account { get; private set; } = "";

    public string Handle { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    /// <summary>Longest post at its server, where the server has said it.</summary>
    public int? MostLetters { get; private set; }

    public int? LettersPerLink { get; private set; }

    public int? LongestAltText { get; private set; }

    /// <summary>Names of what its server lacks, with a comma between; null for nothing.</summary>
    public string? Lacks { get; private set; }

    /// <summary>How answers from here are signed; null as the organisation signs.</summary>
    public SignatureStyle? Signing { get; private set; }

    public Instant ConnectedAt { get; private set; }

    public PersonId ConnectedBy { get; private set; }

    public Instant? DisconnectedAt { get; private set; }

    public Instant? PausedAt { get; private set; }

    public long Version { get; set; }

    public ChannelKey Key => new(Organisation, Id);

    public NetworkLimits? Limits =>
        MostLetters is { } letters && LettersPerLink is { } link && LongestAltText is { } alt ? new(letters, link, alt) : null;

    public bool IsConnected => DisconnectedAt is null;

    public static Channel Connect(OrganisationId organisation, SignedInAccount account, PersonId by, Instant now)
    {
        var channel = new Channel { Id = ChannelId.New(), Organisation = organisation, Network = account.Network, Account = account.Account };
        channel.ConnectAgain(account, by, now);
        return channel;
    }

    /// <summary>Takes a disconnected account back; everything that refers to it goes on referring to it.</summary>
    public void ConnectAgain(SignedInAccount account, PersonId by, Instant now)
    {
        (ConnectedAt, ConnectedBy, DisconnectedAt, PausedAt) = (now, by, null, null);
        SignIn(account, now);
    }

    /// <exception cref="InvalidOperationException">Another account: a bug, for the use case refuses it in words.</exception>
    public void SignIn(SignedInAccount account, Instant now)
    {
        if (account.Account != Account)
            throw new InvalidOperationException("A channel keeps its account.");
        (Server, Handle, DisplayName) = (account.Server.ToString(), account.Handle, account.DisplayName);
        (MostLetters, LettersPerLink, LongestAltText) = (account.Limits?.MostLetters, account.Limits?.LettersPerLink, account.Limits?.LongestAltText);
        Lacks = account.Limits is null && Network != Bluesky ? LackedThings.Limits : null;
        Stand(ChannelState.Connected, null, now);
        FailuresInRow = 0;
    }

    /// <summary>Its server has, or has not, what others have.</summary>
    public void Learn(string thing, bool isLacking)
    {
        var things = (Lacks ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Where(t => t != thing);
        var all = string.Join(',', isLacking ? things.Append(thing) : things);
        Lacks = all.Length == 0 ? null : all;
    }

    public void SignAs(SignatureStyle? style) => Signing = style;

    public void Pause(Instant now) => PausedAt ??= now;

    public void Resume() => PausedAt = null;

    public void Disconnect(Instant now) => DisconnectedAt ??= now;
}

/// <summary>An account that its network has just let in.</summary>
internal sealed record SignedInAccount(Uri Server, string Account, string Handle, string DisplayName)
{
    public string Network { get; init; } = Channel.Bluesky;

    /// <summary>What its server takes, where it has said so.</summary>
    public NetworkLimits? Limits { get; init; }
}

/// <summary>Things that some servers lack; each has words on the channel's page.</summary>
internal static class LackedThings
{
    public const string Limits = "limits";
    public const string Streaming = "streaming";
}
