using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Posts;
using Rotfeste.Networks.Mastodon.Statuses;

namespace Rotfeste.Channels.Mastodon;

/// <summary>From Mastodon's shapes to the one shape that all networks share here.</summary>
internal static class StatusReading
{
    /// <param name="status">What the server gave.</param>
    /// <param name="server">The server.</param>
    /// <param name="domain">Its name in handles.</param>
    /// <param name="root">Id of the first status of its thread, or null when it is the first itself.</param>
    public static NetworkPost Of(Status status, Uri server, string domain, string? root)
    {
        var (text, isCut) = IncomingText.Clean(status.Text, IncomingText.LongestPost);
        return new NetworkPost(
            Channel.Mastodon,
            StatusAddress.Of(server, status.Id),
            VersionOf(status),
            status.Url?.ToString(),
            new NetworkAuthor(status.Author.Url.ToString(), status.Author.HandleAt(domain), IncomingText.Line(status.Author.DisplayName ?? "")),
            text,
            isCut,
            status.Language is { } language ? [language] : [],
            Instant.FromDateTimeOffset(status.CreatedAt),
            root is null ? null : new PostReference(StatusAddress.Of(server, root), ""),
            status.InReplyTo is { } parent ? new PostReference(StatusAddress.Of(server, parent), "") : null,
            null,
            [.. status.Mentions.Select(m => m.Url.ToString()).Distinct(StringComparer.Ordinal)],
            [.. LinksOf(status)],
            [.. status.Attachments.Where(a => a.IsPicture).Select(PictureOf).OfType<PostPicture>()],
            status.Favourites)
        {
            IsVersionTime = true,
            Audience = AudienceOf(status.Visibility),
            Warning = IncomingText.Line(status.Warning) is { Length: > 0 } warning ? warning : null,
        };
    }

    /// <summary>Changes when its author changes it.</summary>
    public static string VersionOf(Status status) => status.EditedAt is { } edited ? edited.UtcDateTime.ToString("O") : "";

    private static PostAudience AudienceOf(Visibility visibility) => visibility switch
    {
        Visibility.Public => PostAudience.Everyone,
        Visibility.Unlisted => PostAudience.Unlisted,
        Visibility.Direct => PostAudience.Direct,
        _ => PostAudience.Followers,
    };

    private static IEnumerable<PostLink> LinksOf(Status status)
    {
        var card = status.Card;
        return status.Links.Select(l => new PostLink(l.ToString(), card?.Address == l ? IncomingText.Line(card.Title) : null));
    }

    private static PostPicture? PictureOf(Attachment picture) => (picture.Preview ?? picture.Address) is { } address
        ? new PostPicture(address.ToString(), IncomingText.Clean(picture.Alt, IncomingText.LongestPost).Text)
        : null;
}
