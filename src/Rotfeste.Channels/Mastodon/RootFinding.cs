using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Events;
using Rotfeste.Channels.Orders;
using Rotfeste.Networks;
using Rotfeste.Networks.Mastodon.Statuses;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Mastodon;

/// <summary>A found beginning.</summary>
/// <param name="Id">Null when the status is the first itself.</param>
/// <param name="AnswersUs">It answers what we sent.</param>
internal sealed record FoundRoot(string? Id, bool AnswersUs);

/// <summary>Finds where a status' thread begins: from what lies here, and only else by asking its server. Waits: never inside a write.</summary>
internal sealed class RootFinding(AppDb db, MastodonCalls calls)
{
    public async Task<Answer<FoundRoot>> FindAsync(ChannelKey channel, Uri server, Status status, CancellationToken cancellation)
    {
        if (status.InReplyTo is not { } parent)
            return new FoundRoot(null, AnswersUs: false);

        var address = StatusAddress.Of(server, parent);
        if (await db.Set<Item>().AsNoTracking().FirstOrDefaultAsync(i => i.Channel == channel.Channel && i.Uri == address, cancellation) is { } ours)
            return new FoundRoot(IdOf(ours.RootUri) ?? parent, AnswersUs: true);
        if (await OfToldAsync(channel, address, status, cancellation) is { } told)
            return told;

        var context = await calls.CallAsync(channel, (client, token) => client.GetContext(status.Id, token, cancellation), cancellation);
        if (context.Failure is { Kind: not (FailureKind.NotFound or FailureKind.Refused) } failure)
            return failure;
        var known = (context.Value?.Above ?? []).DistinctBy(s => s.Id).ToDictionary(s => s.Id);
        return new FoundRoot(ThreadRoots.Of(status, known), AnswersUs: false);
    }

    private async Task<FoundRoot?> OfToldAsync(ChannelKey channel, string parent, Status status, CancellationToken cancellation)
    {
        var row = await db.Set<RawEvent>().AsNoTracking()
            .FirstOrDefaultAsync(e => e.Organisation == channel.Organisation && e.PostUri == parent && e.ErasedAt == null, cancellation);
        if (row is null || MastodonEvent.TryParse(row.Raw) is not { Status: { } above } told)
            return null;
        if (ThreadRoots.IsPrivate(status) && !ThreadRoots.IsPrivate(above))
            return new FoundRoot(null, AnswersUs: false);
        return new FoundRoot(told.Root ?? above.Id, AnswersUs: false);
    }

    private static string? IdOf(string address) => StatusAddress.TryParse(address, out _, out var id) ? id : null;
}
