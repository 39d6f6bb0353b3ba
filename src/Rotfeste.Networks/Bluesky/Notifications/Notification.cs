using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Rotfeste.Networks.Bluesky.Accounts;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Bluesky.Posts;
using Rotfeste.Networks.Json;
using Rotfeste.Networks.Text;

namespace Rotfeste.Networks.Bluesky.Notifications;

/// <summary>Why an account was notified.</summary>
public enum NotificationReason
{
    /// <summary>Another reason: see <see cref="Notification.ReasonName"/>.</summary>
    Other,

    /// <summary>Someone answered.</summary>
    Reply,

    /// <summary>Someone named the account.</summary>
    Mention,

    /// <summary>Someone quoted a post of the account.</summary>
    Quote,

    /// <summary>Someone liked a post.</summary>
    Like,

    /// <summary>Someone passed a post on.</summary>
    Repost,

    /// <summary>Someone follows the account.</summary>
    Follow,
}

/// <summary>One notification of an account. Texts are from outside: hostile until encoded.</summary>
/// <param name="Reason">Why.</param>
/// <param name="ReasonName">The network's own word, kept also when it is new to us.</param>
/// <param name="Ref">The record that caused it: for a reply, mention or quote the post itself.</param>
/// <param name="Author">Who caused it.</param>
/// <param name="Subject">The account's own record it is about, or null.</param>
/// <param name="Text">The post's words when the record is a post, else empty.</param>
/// <param name="Facets">The post's links, mentions and tags.</param>
/// <param name="Langs">The post's language tags.</param>
/// <param name="Reply">What the post answers, or null.</param>
/// <param name="CreatedAt">When its author's client says it was written, UTC; can be untrue.</param>
/// <param name="IndexedAt">When the network saw it, UTC: order by this.</param>
/// <param name="IsRead">The account has seen it at the network.</param>
/// <param name="Raw">The whole notification as JSON, to store before it is worked on; <see cref="TryParse"/> reads it again.</param>
public sealed record Notification(
    NotificationReason Reason,
    string ReasonName,
    RecordRef Ref,
    Author Author,
    AtUri? Subject,
    string Text,
    IReadOnlyList<Facet> Facets,
    IReadOnlyList<string> Langs,
    ReplyRefs? Reply,
    DateTimeOffset CreatedAt,
    DateTimeOffset IndexedAt,
    bool IsRead,
    string Raw)
{
    /// <summary>Reads what <see cref="Raw"/> held; false when it is no notification.</summary>
    public static bool TryParse(string raw, [NotNullWhen(true)] out Notification? notification)
    {
        notification = null;
        try
        {
            using var json = JsonDocument.Parse(JsonMending.Mend(Encoding.UTF8.GetBytes(raw)), JsonLimits.Reading);
            notification = Read(json.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }

        return notification is not null;
    }

    internal static Notification? Read(JsonElement json)
    {
        if (!RecordRef.TryParse(json.Text("uri"), json.Text("cid"), out var found)) return null;
        if (Author.Read(json.At("author")) is not { } author || json.Time("indexedAt") is not { } indexed) return null;
        var record = json.At("record");
        var text = record.Text("$type") == AtUri.PostCollection ? record.Text("text") ?? "" : "";
        var name = json.Text("reason") ?? "";
        return new(
            ReasonOf(name),
            name.Length <= 64 ? name : name[..64],
            found,
            author,
            AtUri.TryParse(json.Text("reasonSubject"), out var subject) ? subject : null,
            text,
            FacetReading.ReadAll(record, text),
            Post.ReadLangs(record),
            Post.ReadReply(record.At("reply")),
            record.Time("createdAt") ?? indexed,
            indexed,
            json.Flag("isRead") ?? false,
            json.GetRawText());
    }

    private static NotificationReason ReasonOf(string name) => name switch
    {
        "reply" => NotificationReason.Reply,
        "mention" => NotificationReason.Mention,
        "quote" => NotificationReason.Quote,
        "like" => NotificationReason.Like,
        "repost" => NotificationReason.Repost,
        "follow" => NotificationReason.Follow,
        _ => NotificationReason.Other,
    };
}
