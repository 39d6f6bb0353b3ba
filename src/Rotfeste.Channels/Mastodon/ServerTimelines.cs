using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Networks;
using Rotfeste.Networks.Mastodon;
using Rotfeste.Networks.Mastodon.Statuses;

namespace Rotfeste.Channels.Mastodon;

/// <summary>Reads a server's public lists.</summary>
internal sealed class ServerTimelines(MastodonCalls calls)
{
    public async Task<TimelinePage?> ReadAsync(Channel channel, string? tag, string? above, CancellationToken cancellation)
    {
        var page = await calls.CallAsync(
            channel.Key,
            (client, token) => tag is null ? client.PublicTimeline(isLocal: false, above, token, cancellation) : client.TagTimeline(tag, above, token, cancellation),
            cancellation);
        if (!page.IsOk)
            return page.Failure.Kind is FailureKind.NotFound or FailureKind.Refused ? new TimelinePage([], null, false, IsRefused: true) : null;

        var (server, domain) = (new Uri(channel.Server), channel.Handle[(channel.Handle.LastIndexOf('@') + 1)..]);
        var said = page.Value.Items.Where(s => !s.Boosted && s.Visibility == Visibility.Public).ToList();
        return new TimelinePage(
            said.ConvertAll(s => StatusReading.Of(s, server, domain, s.InReplyTo)), page.Value.Items.Count == 0 ? null : page.Value.Items[0].Id,
            page.Value.Items.Count >= MastodonClient.PageSize, IsRefused: false);
    }
}
