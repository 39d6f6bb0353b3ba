using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Networks.Bluesky.Accounts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;

namespace Rotfeste.Channels.Sessions;

/// <summary>A channel's app password and tokens, each sealed.</summary>
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

    public static ChannelSession Of(ChannelKey key, string appPassword, Session session, Secrets secrets)
    {
        var row = new ChannelSession { Channel = key.Channel, Organisation = key.Organisation };
        row.SignIn(appPassword, session, secrets);
        return row;
    }

    public void SignIn(string appPassword, Session session, Secrets secrets)
    {
        SealedPassword = secrets.Seal(Organisation, Password, appPassword);
        Keep(session, secrets);
    }

    public void Keep(Session session, Secrets secrets)
    {
        SealedAccess = secrets.Seal(Organisation, Token, session.AccessToken);
        SealedRefresh = secrets.Seal(Organisation, Token, session.RefreshToken);
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
internal sealed record HeldTokens(string AppPassword, string Access, string Refresh)
{
    public override string ToString() => nameof(HeldTokens);
}
