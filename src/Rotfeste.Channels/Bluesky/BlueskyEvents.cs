using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Events;
using Rotfeste.Networks.Bluesky.Notifications;

namespace Rotfeste.Channels.Bluesky;

/// <summary>From a notification to what is stored of it.</summary>
internal static class BlueskyEvents
{
    public static RawEvent Of(ChannelKey channel, Notification notification, Instant now) => RawEvent.Of(
        channel, KeyOf(notification), notification.Ref.Uri.ToString(), KindOf(notification.Reason), notification.Raw,
        Instant.FromDateTimeOffset(notification.IndexedAt), now);

    public static string KeyOf(Notification notification) => $"{notification.Ref.Uri}#{notification.ReasonName}";

    private static AccountEventKind KindOf(NotificationReason reason) => reason switch
    {
        NotificationReason.Reply => AccountEventKind.Reply,
        NotificationReason.Mention => AccountEventKind.Mention,
        NotificationReason.Quote => AccountEventKind.Quote,
        _ => AccountEventKind.Other,
    };
}
