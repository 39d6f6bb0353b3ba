using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;

namespace Rotfeste.Channels.Events;

/// <summary>What a network told an account, as it came. The key makes a repeat impossible, also after erasure.</summary>
internal sealed class RawEvent : IBelongToOrganisation
{
    private RawEvent()
    {
    }

    public Guid Id { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public ChannelId Channel { get; private set; }

    /// <summary>Address of the record and the network's word for why; a hash where it could not be read.</summary>
    public string Key { get; private set; } = "";

    public string PostUri { get; private set; } = "";

    public AccountEventKind Kind { get; private set; }

    public bool IsReadable { get; private set; }

    /// <summary>JSON; empty once erased.</summary>
    public string Raw { get; private set; } = "";

    /// <summary>The network's time.</summary>
    public Instant At { get; private set; }

    public Instant StoredAt { get; private set; }

    public Instant? ErasedAt { get; private set; }

    /// <summary>When the post is to be looked at again, or null.</summary>
    public Instant? CheckAt { get; private set; }

    /// <param name="channel">The account that was told.</param>
    /// <param name="key">Address of the record and the network's word for why.</param>
    /// <param name="postUri">Address of the post.</param>
    /// <param name="kind">Why.</param>
    /// <param name="raw">As it came.</param>
    /// <param name="at">The network's time.</param>
    /// <param name="now">When it is stored.</param>
    public static RawEvent Of(ChannelKey channel, string key, string postUri, AccountEventKind kind, string raw, Instant at, Instant now) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = channel.Organisation,
        Channel = channel.Channel,
        Key = key,
        PostUri = postUri,
        Kind = kind,
        IsReadable = true,
        Raw = raw,
        At = at,
        StoredAt = now,
    };

    /// <summary>What could not be read is kept and counted.</summary>
    public static RawEvent OfUnreadable(ChannelKey channel, string raw, Instant now) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = channel.Organisation,
        Channel = channel.Channel,
        Key = KeyOf(raw),
        Kind = AccountEventKind.Other,
        Raw = raw,
        At = now,
        StoredAt = now,
    };

    public static string KeyOf(string unreadable) => $"unreadable#{Secrets.HashOf(unreadable)}";

    public void Erase(Instant now)
    {
        Raw = "";
        ErasedAt ??= now;
        CheckAt = null;
    }

    /// <summary>Its author changed the post.</summary>
    public void Change(string raw)
    {
        if (ErasedAt is null)
            Raw = raw;
    }

    /// <summary>When the post is looked at again, on networks that do not tell of changes; null for never.</summary>
    public void LookAgain(Instant? at) => CheckAt = at;
}
