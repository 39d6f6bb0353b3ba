using System.Globalization;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Bluesky.Notifications;
using Rotfeste.Networks.Bluesky.Posts;
using Rotfeste.Networks.Bluesky.Xrpc;

namespace Rotfeste.Networks.Bluesky;

public sealed partial class BlueskyClient
{
    /// <summary>Most addresses that <see cref="GetPosts"/> takes.</summary>
    public const int MostPosts = 25;

    private const int PageSize = 100;

    /// <summary>The account's notifications, newest first, 100 a page.</summary>
    /// <param name="cursor">Null for the newest page, else the one before's.</param>
    /// <param name="accessToken">The account's.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Answer<NotificationPage>> ListNotifications(string? cursor, string accessToken, CancellationToken cancel) =>
        _transport.Send(
            new("app.bsky.notification.listNotifications", Purpose.Read) { Query = Paged(cursor), Token = accessToken },
            NotificationPage.Read,
            cancel);

    /// <summary>A post with what stands above and below it. NotFound when the post is gone.</summary>
    /// <param name="post">The post asked for.</param>
    /// <param name="depth">Levels of replies, 0 to 1000.</param>
    /// <param name="parentHeight">Levels above, 0 to 1000.</param>
    /// <param name="accessToken">The account's.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Answer<PostThread>> GetPostThread(AtUri post, int depth, int parentHeight, string accessToken, CancellationToken cancel) =>
        _transport.Send(
            new("app.bsky.feed.getPostThread", Purpose.Read)
            {
                Query = [("uri", post.ToString()), ("depth", Number(depth)), ("parentHeight", Number(parentHeight))],
                Token = accessToken,
            },
            PostThread.Read,
            cancel);

    /// <summary>Posts by address; those that are gone are absent from the list.</summary>
    /// <param name="posts">1 to 25 addresses.</param>
    /// <param name="accessToken">The account's; null to ask a public view as a stranger.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="MostPosts"/>.</exception>
    public Task<Answer<PostList>> GetPosts(IReadOnlyCollection<AtUri> posts, string? accessToken, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(posts.Count, MostPosts, nameof(posts));
        return _transport.Send(
            new("app.bsky.feed.getPosts", Purpose.Read) { Query = [.. posts.Select(p => ("uris", p.ToString()))], Token = accessToken },
            PostList.Read,
            cancel);
    }

    /// <summary>What an account wrote and passed on, newest first, 100 a page.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="cursor">Null for the newest page, else the one before's.</param>
    /// <param name="accessToken">The asking account's.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Answer<FeedPage>> GetAuthorFeed(Did account, string? cursor, string accessToken, CancellationToken cancel) =>
        _transport.Send(
            new("app.bsky.feed.getAuthorFeed", Purpose.Read)
            {
                Query = [("actor", account.Value), .. Paged(cursor)],
                Token = accessToken,
                Absent = ClosedOrAbsent,
            },
            FeedPage.Read,
            cancel);

    private static List<(string Name, string Value)> Paged(string? cursor)
    {
        List<(string, string)> query = [("limit", Number(PageSize))];
        if (cursor is not null) query.Add(("cursor", cursor));
        return query;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
