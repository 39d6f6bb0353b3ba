using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Networks;
using Rotfeste.Networks.Mastodon.Statuses;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Mastodon;

/// <summary>Reads the thread round a status.</summary>
internal sealed class MastodonThreads(AppDb db, MastodonCalls calls)
{
    public async Task<ThreadAnswer?> ReadAsync(ChannelKey key, string postUri, CancellationToken cancellation)
    {
        var channel = await db.Set<Channel>().AsNoTracking().FirstAsync(c => c.Id == key.Channel, cancellation);
        var server = new Uri(channel.Server);
        if (!StatusAddress.TryParse(postUri, out var asked, out var id) || asked != server)
            return ThreadAnswer.Lacking(postUri);

        var status = await calls.CallAsync(key, (client, token) => client.GetStatus(id, token, cancellation), cancellation);
        if (!status.IsOk)
            return status.Failure.Kind == FailureKind.NotFound ? ThreadAnswer.Lacking(postUri) with { IsGone = true } : null;

        var context = await calls.CallAsync(key, (client, token) => client.GetContext(id, token, cancellation), cancellation);
        if (context.Failure is { Kind: not (FailureKind.NotFound or FailureKind.Refused) })
            return null;

        IReadOnlyList<Status> all = [.. context.Value?.Above ?? [], status.Value, .. context.Value?.Below ?? []];
        return new ThreadAnswer(PostsOf(all, server, channel.Handle[(channel.Handle.LastIndexOf('@') + 1)..]), [], null);
    }

    private static List<NetworkPost> PostsOf(IReadOnlyList<Status> all, Uri server, string domain)
    {
        var known = all.DistinctBy(s => s.Id).ToDictionary(s => s.Id);
        return [.. known.Values.Select(s => StatusReading.Of(s, server, domain, ThreadRoots.Of(s, known)))];
    }
}
