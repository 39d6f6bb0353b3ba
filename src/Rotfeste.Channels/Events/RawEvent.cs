using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Networks.Bluesky.Notifications;
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

    public static RawEvent Of(ChannelKey channel, Notification notification, Instant now) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = channel.Organisation,
        Channel = channel.Channel,
        Key = KeyOf(notification),
        PostUri = notification.Ref.Uri.ToString(),
        Kind = KindOf(notification.Reason),
        IsReadable = true,
        Raw = notification.Raw,
        At = Instant.FromDateTimeOffset(notification.IndexedAt),
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

    public static string KeyOf(Notification notification) => $"{notification.Ref.Uri}#{notification.ReasonName}";

    public static string KeyOf(string unreadable) => $"unreadable#{Secrets.HashOf(unreadable)}";

    public void Erase(Instant now)
    {
        Raw = "";
        ErasedAt ??= now;
    }

    private static AccountEventKind KindOf(NotificationReason reason) => reason switch
    {
        NotificationReason.Reply => AccountEventKind.Reply,
        NotificationReason.Mention => AccountEventKind.Mention,
        NotificationReason.Quote => AccountEventKind.Quote,
        _ => AccountEventKind.Other,
    };
}
