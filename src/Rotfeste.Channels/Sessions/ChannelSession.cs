using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;

namespace Rotfeste.Channels.Sessions;

/// <summary>A channel's app password, or what its server knows us by, and its tokens, each sealed.</summary>
internal sealed class ChannelSession : IBelongToOrganisation, IVersioned
{
    private const string Password = "channel-password";
    private const string Token = "channel-token";

    private ChannelSession()
    {
    }

    public ChannelId Channel { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public string SealedPassword { get; private set; } = "";

    public string SealedAccess { get; private set; } = "";

    public string SealedRefresh { get; private set; } = "";

    public long Version { get; set; }

    public static ChannelSession Of(ChannelKey key, HeldTokens tokens, Secrets secrets)
    {
        var row = new ChannelSession { Channel = key.Channel, Organisation = key.Organisation };
        row.SignIn(tokens, secrets);
        return row;
    }

    public void SignIn(HeldTokens tokens, Secrets secrets)
    {
        SealedPassword = secrets.Seal(Organisation, Password, tokens.AppPassword);
        Keep(tokens.Access, tokens.Refresh, secrets);
    }

    public void Keep(string access, string refresh, Secrets secrets)
    {
        SealedAccess = secrets.Seal(Organisation, Token, access);
        SealedRefresh = secrets.Seal(Organisation, Token, refresh);
    }

    /// <summary>Null when the key that sealed it is gone: a person must sign in again.</summary>
    public HeldTokens? Open(Secrets secrets) =>
        secrets.Open(Organisation, Password, SealedPassword) is { } password
        && secrets.Open(Organisation, Token, SealedAccess) is { } access
        && secrets.Open(Organisation, Token, SealedRefresh) is { } refresh
            ? new(password, access, refresh)
            : null;
}

/// <summary>Opened secrets; ToString shows none.</summary>
/// <param name="AppPassword">Bluesky: the app password. Mastodon: what the server knows us by, id and secret with a space between.</param>
/// <param name="Access">Sent with every call.</param>
/// <param name="Refresh">Buys the next; empty where tokens last.</param>
internal sealed record HeldTokens(string AppPassword, string Access, string Refresh)
{
    public override string ToString() => nameof(HeldTokens);
}
