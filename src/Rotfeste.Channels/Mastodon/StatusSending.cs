using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Orders;
using Rotfeste.Networks;
using Rotfeste.Networks.Mastodon.Statuses;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Mastodon;

/// <summary>What a look for a sent status showed.</summary>
/// <param name="CouldLook">The server answered.</param>
/// <param name="Found">Ours, or null.</param>
internal sealed record SeenStatus(bool CouldLook, Status? Found);

/// <summary>Posts an order's stored request, and looks whether it is there.</summary>
internal sealed class StatusSending(AppDb db, MastodonCalls calls)
{
    private const int MostPages = 5;

    /// <summary>An order may be older than its first try, and clocks differ: what is older than this is surely another.</summary>
    private static readonly Duration Slack = Duration.FromMinutes(10);

    public async Task<Answer<Status>> PostAsync(Channel channel, Item item, CancellationToken cancellation)
    {
        var answer = await calls.CallAsync(
            channel.Key,
            (client, token) =>
            {
                FaultPoint.Pass("send-before-request");
                return client.PostStatus(item.Record!, item.Id.ToString(), token, cancellation);
            },
            cancellation);
        FaultPoint.Pass("send-answer-read");
        return answer;
    }

    /// <summary>
    /// Looks among the account's own statuses, and among the answers to what is answered: servers forget Idempotency-Key after an hour,
    /// and some never knew it.
    /// </summary>
    public async Task<SeenStatus> LookAsync(Channel channel, Item item, CancellationToken cancellation)
    {
        var draft = StatusDraft.FromJson(item.Record);
        var me = await calls.CallAsync(channel.Key, (client, token) => client.VerifyCredentials(token, cancellation), cancellation);
        if (!me.IsOk)
            return new SeenStatus(false, null);

        var others = (await db.Set<Item>().AsNoTracking().Where(i => i.Channel == channel.Id && i.Id != item.Id && i.Uri != null)
            .Select(i => i.Uri!).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        var isOurs = (Status s) => s.Author.Id == me.Value.Id && SentWords.Are(draft, s) && !others.Contains(StatusAddress.Of(new Uri(channel.Server), s.Id));
        var own = await InOwnAsync(channel, item, me.Value.Id, isOurs, cancellation);
        return own is { CouldLook: true, Found: null } && draft.InReplyTo is { } parent ? await BelowAsync(channel, parent, isOurs, cancellation) : own;
    }

    private async Task<SeenStatus> InOwnAsync(Channel channel, Item item, string account, Func<Status, bool> isOurs, CancellationToken cancellation)
    {
        string? below = null;
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await calls.CallAsync(channel.Key, (client, token) => client.AccountStatuses(account, below, token, cancellation), cancellation);
            if (!page.IsOk)
                return new SeenStatus(false, null);
            if (page.Value.Items.FirstOrDefault(isOurs) is { } found)
                return new SeenStatus(true, found);
            if (page.Value.Items.Count == 0 || page.Value.Items[^1].Id == below
                || Instant.FromDateTimeOffset(page.Value.Items[^1].CreatedAt) < item.NotBefore - Slack)
            {
                break;
            }

            below = page.Value.Items[^1].Id;
        }

        return new SeenStatus(true, null);
    }

    private async Task<SeenStatus> BelowAsync(Channel channel, string parent, Func<Status, bool> isOurs, CancellationToken cancellation)
    {
        var context = await calls.CallAsync(channel.Key, (client, token) => client.GetContext(parent, token, cancellation), cancellation);
        if (context.IsOk)
            return new SeenStatus(true, context.Value.Below.FirstOrDefault(isOurs));

        // What is answered is gone: then nothing hangs under it, and the account's own list has the word.
        return new SeenStatus(context.Failure.Kind is FailureKind.NotFound or FailureKind.Refused, null);
    }
}
