using System.Globalization;
using Rotfeste.Networks.Mastodon.Rest;
using Rotfeste.Networks.Mastodon.Statuses;

namespace Rotfeste.Networks.Mastodon;

public sealed partial class MastodonClient
{
    /// <summary>Entries a page; asked for each time, since some servers give one where nobody asks.</summary>
    public const int PageSize = 40;

    /// <summary>
    /// The account's notifications, newest first. Servers differ in which page they give after <paramref name="above"/>: the nearest or the
    /// newest. Whoever wants all walks back with <paramref name="below"/> until a page is empty.
    /// </summary>
    /// <param name="above">Only what is newer than this id; null for no floor.</param>
    /// <param name="below">Only what is older than this id; null for the newest.</param>
    /// <param name="accessToken">The account's.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Answer<NotificationPage>> ListNotifications(string? above, string? below, string accessToken, CancellationToken cancel) =>
        _transport.Send(
            new(HttpMethod.Get, "/api/v1/notifications", Purpose.ReadOwn) { Query = Paged(above, below), Token = accessToken },
            NotificationPage.Read,
            cancel);

    /// <summary>A status. NotFound when it is gone, or hidden from the account.</summary>
    public Task<Answer<Status>> GetStatus(string id, string? accessToken, CancellationToken cancel) =>
        _transport.Send(new(HttpMethod.Get, $"/api/v1/statuses/{Part(id)}", Purpose.Read) { Token = accessToken }, Status.Read, cancel);

    /// <summary>What stands above and below a status. NotFound when it is gone.</summary>
    public Task<Answer<StatusContext>> GetContext(string id, string? accessToken, CancellationToken cancel) =>
        _transport.Send(
            new(HttpMethod.Get, $"/api/v1/statuses/{Part(id)}/context", Purpose.Read) { Token = accessToken }, StatusContext.Read, cancel);

    /// <summary>What an account wrote, newest first.</summary>
    /// <param name="account">The server's id of it.</param>
    /// <param name="below">Only what is older than this id; null for the newest.</param>
    /// <param name="accessToken">The asking account's; null to ask as a stranger.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Answer<StatusPage>> AccountStatuses(string account, string? below, string? accessToken, CancellationToken cancel) =>
        _transport.Send(
            new(HttpMethod.Get, $"/api/v1/accounts/{Part(account)}/statuses", Purpose.Read) { Query = Paged(null, below), Token = accessToken },
            StatusPage.Read,
            cancel);

    /// <summary>Public statuses with a tag, newest first. Some servers give them to signed-in accounts only.</summary>
    /// <param name="tag">Without "#".</param>
    /// <param name="above">Only what is newer than this id.</param>
    /// <param name="accessToken">Null to ask as a stranger.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Answer<StatusPage>> TagTimeline(string tag, string? above, string? accessToken, CancellationToken cancel) =>
        _transport.Send(
            new(HttpMethod.Get, $"/api/v1/timelines/tag/{Part(tag)}", Purpose.Read) { Query = Paged(above, null), Token = accessToken },
            StatusPage.Read,
            cancel);

    /// <summary>All public statuses that the server knows, newest first. Some servers give them to signed-in accounts only, some not at all.</summary>
    /// <param name="isLocal">Only of the server's own accounts.</param>
    /// <param name="above">Only what is newer than this id.</param>
    /// <param name="accessToken">Null to ask as a stranger.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Answer<StatusPage>> PublicTimeline(bool isLocal, string? above, string? accessToken, CancellationToken cancel) =>
        _transport.Send(
            new(HttpMethod.Get, "/api/v1/timelines/public", Purpose.Read)
            {
                Query = isLocal ? [.. Paged(above, null), ("local", "true")] : Paged(above, null),
                Token = accessToken,
            },
            StatusPage.Read,
            cancel);

    private static List<(string Name, string Value)> Paged(string? above, string? below)
    {
        List<(string, string)> query = [("limit", PageSize.ToString(CultureInfo.InvariantCulture))];
        if (above is not null) query.Add(("min_id", above));
        if (below is not null) query.Add(("max_id", below));
        return query;
    }

    private static string Part(string text) => Uri.EscapeDataString(text);
}
