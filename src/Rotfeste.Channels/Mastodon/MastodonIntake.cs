using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Events;
using Rotfeste.Networks;
using Rotfeste.Networks.Mastodon.Statuses;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Mastodon;

/// <summary>Takes in one page of an account's notifications: stored raw, with the mark and the facts, in one transaction.</summary>
internal sealed class MastodonIntake(AppDb db, MastodonCalls calls, RootFinding roots, EventStore events, ChannelSettings settings, IClock clock)
{
    public async Task<Look> TakeAsync(ChannelKey key, CancellationToken cancellation)
    {
        var channel = await db.Set<Channel>().AsNoTracking().FirstAsync(c => c.Id == key.Channel, cancellation);
        var mark = await db.Set<NotificationMark>().FirstOrDefaultAsync(m => m.Channel == key.Channel, cancellation);
        if (mark is null)
            db.Add(mark = NotificationMark.Of(key));

        var page = await calls.CallAsync(key, (client, token) => client.ListNotifications(mark.Position, mark.Back, token, cancellation), cancellation);
        if (!page.IsOk)
            return await GiveUpAsync(mark, page.Failure, cancellation);
        if (await ReadAsync(channel, page.Value, cancellation) is not { } found)
            return default;

        PassWithEvents("intake-before-store", page.Value);
        var look = default(Look);
        await db.WriteAsync(async () => look = await StoreAsync(key, mark, page.Value, found, cancellation), cancellation);
        PassWithEvents("intake-after-store", page.Value);
        return look;
    }

    // An empty look has nothing that a crash could lose, and the first one may come before the server says that it runs.
    private static void PassWithEvents(string point, NotificationPage page)
    {
        if (page.Newest is not null)
            FaultPoint.Pass(point);
    }

    /// <summary>Null when the server stopped answering: the page comes again.</summary>
    private async Task<List<RawEvent>?> ReadAsync(Channel channel, NotificationPage page, CancellationToken cancellation)
    {
        var (server, domain) = (new Uri(channel.Server), channel.Handle[(channel.Handle.LastIndexOf('@') + 1)..]);
        var now = clock.GetCurrentInstant();
        var found = page.Unreadable.Select(raw => RawEvent.OfUnreadable(channel.Key, raw, now)).ToList();

        // Oldest first: what is answered is read before its answers.
        foreach (var told in page.Items.Reverse())
        {
            var root = new FoundRoot(null, AnswersUs: false);
            if (told is { IsMention: true, Status: { } status })
            {
                var answer = await roots.FindAsync(channel.Key, server, status, cancellation);
                if (!answer.IsOk)
                    return null;
                root = answer.Value;
            }

            found.Add(EventOf(channel.Key, new MastodonEvent(server, domain, root.Id, told.Raw, null), told, root, now));
        }

        return found;
    }

    private RawEvent EventOf(ChannelKey key, MastodonEvent kept, Notification told, FoundRoot root, Instant now)
    {
        var address = told.Status is { } status ? StatusAddress.Of(kept.Server, status.Id) : "";
        var kind = !told.IsMention ? AccountEventKind.Other : root.AnswersUs ? AccountEventKind.Reply : AccountEventKind.Mention;
        var name = told.IsMention ? $"{address}#mention" : $"{kept.Server}#{told.Type}-{told.Id}";
        var raw = RawEvent.Of(key, name, address, kind, kept.ToJson(), Instant.FromDateTimeOffset(told.CreatedAt), now);
        if (told.IsMention)
            raw.LookAgain(StatusChecks.NextLook(now, now, settings));
        return raw;
    }

    private async Task<Look> StoreAsync(ChannelKey key, NotificationMark mark, NotificationPage page, List<RawEvent> found, CancellationToken cancellation)
    {
        var added = await events.AddNewAsync(key, found, cancellation);
        var goesOn = false;
        if (mark.LookedAt is null)
            mark.Begin(page.Newest, clock.GetCurrentInstant());
        else
            goesOn = mark.Take(page.Newest, page.Oldest, added, clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancellation);
        return new Look(added, goesOn, IsAnswered: true);
    }

    private async Task<Look> GiveUpAsync(NotificationMark mark, Failure failure, CancellationToken cancellation)
    {
        if (mark.Back is null || failure.Kind is not (FailureKind.Refused or FailureKind.NotFound))
            return default;

        mark.StartOver();
        await db.SaveChangesAsync(cancellation);
        return new Look(0, HasMore: true);
    }
}
