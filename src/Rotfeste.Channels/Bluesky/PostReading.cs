using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Posts;
using Rotfeste.Networks.Bluesky.Accounts;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Bluesky.Notifications;
using Rotfeste.Networks.Bluesky.Posts;
using Rotfeste.Networks.Text;

namespace Rotfeste.Channels.Bluesky;

/// <summary>From Bluesky's shapes to the one shape that all networks share here.</summary>
internal static class PostReading
{
    public static NetworkPost Of(Post post)
    {
        var (text, isCut) = IncomingText.Clean(post.Text, IncomingText.LongestPost);
        return new NetworkPost(
            Channel.Bluesky,
            post.Ref.Uri.ToString(),
            post.Ref.Cid,
            WebLinks.Public.Post(post.Ref.Uri).ToString(),
            AuthorOf(post.Author),
            text,
            isCut,
            post.Langs,
            Instant.FromDateTimeOffset(post.Time),
            ReferenceTo(post.Reply?.Root),
            ReferenceTo(post.Reply?.Parent),
            post.Embeds.OfType<Quote>().FirstOrDefault()?.Uri.ToString(),
            Mentioned(post.Facets),
            [.. LinksIn(post.Facets), .. post.Embeds.OfType<LinkCard>().Select(c => new PostLink(c.Uri.ToString(), IncomingText.Line(c.Title)))],
            [.. post.Embeds.OfType<Pictures>().SelectMany(p => p.Items).Select(PictureOf).OfType<PostPicture>()],
            post.LikeCount);
    }

    /// <summary>What a notification tells of its post; pictures and cards come with the thread.</summary>
    public static NetworkPost Of(Notification notification)
    {
        var (text, isCut) = IncomingText.Clean(notification.Text, IncomingText.LongestPost);
        var written = notification.CreatedAt < notification.IndexedAt ? notification.CreatedAt : notification.IndexedAt;
        return new NetworkPost(
            Channel.Bluesky,
            notification.Ref.Uri.ToString(),
            notification.Ref.Cid,
            WebLinks.Public.Post(notification.Ref.Uri).ToString(),
            AuthorOf(notification.Author),
            text,
            isCut,
            notification.Langs,
            Instant.FromDateTimeOffset(written),
            ReferenceTo(notification.Reply?.Root),
            ReferenceTo(notification.Reply?.Parent),
            notification.Reason == NotificationReason.Quote ? notification.Subject?.ToString() : null,
            Mentioned(notification.Facets),
            [.. LinksIn(notification.Facets)],
            [],
            null);
    }

    private static NetworkAuthor AuthorOf(Author author) =>
        new(author.Did.Value, author.Handle.Value, IncomingText.Line(author.DisplayName ?? ""));

    private static PostReference? ReferenceTo(RecordRef? found) => found is null ? null : new(found.Uri.ToString(), found.Cid);

    private static IReadOnlyList<string> Mentioned(IEnumerable<Facet> facets) =>
        [.. facets.Where(f => f.Kind == FacetKind.Mention).Select(f => f.Target).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<PostLink> LinksIn(IEnumerable<Facet> facets) =>
        facets.Where(f => f.Kind == FacetKind.Link).Select(f => new PostLink(f.Target, null));

    private static PostPicture? PictureOf(Picture picture) => (picture.Thumb ?? picture.Full) is { } address
        ? new PostPicture(address.ToString(), IncomingText.Clean(picture.Alt, IncomingText.LongestPost).Text)
        : null;
}
