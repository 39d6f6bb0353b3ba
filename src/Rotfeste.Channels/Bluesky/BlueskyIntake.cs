using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Events;
using Rotfeste.Networks;
using Rotfeste.Networks.Bluesky.Notifications;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Bluesky;

/// <summary>Takes in one page of an account's events: stored raw, with the mark and the facts, in one transaction.</summary>
internal sealed class BlueskyIntake(AppDb db, BlueskyCalls calls, EventStore events, IClock clock)
{
    /// <summary>What a newly connected account brings along.</summary>
    private const int MostHistory = 50;

    public async Task<Look> TakeAsync(ChannelKey channel, CancellationToken cancellation)
    {
        var mark = await db.Set<IntakeMark>().FirstOrDefaultAsync(m => m.Channel == channel.Channel, cancellation);
        if (mark is null)
            db.Add(mark = IntakeMark.Of(channel));

        var asked = clock.GetCurrentInstant();
        var page = await calls.CallAsync(channel, (client, token) => client.ListNotifications(mark.Page, token, cancellation), cancellation);
        if (!page.IsOk)
            return await GiveUpAsync(mark, page.Failure, cancellation);

        PassWithEvents("intake-before-store", page.Value);
        var stored = 0;
        await db.WriteAsync(async () => stored = await StoreAsync(channel, mark, page.Value, asked, cancellation), cancellation);
        PassWithEvents("intake-after-store", page.Value);
        return new Look(stored, mark.Page is not null);
    }

    // An empty look has nothing that a crash could lose, and the first one may come before the server says that it runs.
    private static void PassWithEvents(string point, NotificationPage page)
    {
        if (page.Items.Count > 0)
            FaultPoint.Pass(point);
    }

    private async Task<int> StoreAsync(
        ChannelKey channel, IntakeMark mark, NotificationPage page, Instant asked, CancellationToken cancellation)
    {
        var isFirst = mark.SeenTo is null;
        var wanted = page.Items.OrderByDescending(n => n.IndexedAt).Take(isFirst ? MostHistory : int.MaxValue)
            .Where(n => mark.Floor is not { } floor || TimeOf(n) >= floor)
            .ToList();
        var found = wanted.Select(n => BlueskyEvents.Of(channel, n, asked))
            .Concat(page.Unreadable.Select(raw => RawEvent.OfUnreadable(channel, raw, asked)));
        var added = await events.AddNewAsync(channel, found, cancellation);

        if (isFirst)
            mark.Begin(wanted.Count < page.Items.Count || page.Cursor is not null ? Oldest(wanted) : null, Newest(wanted), asked);
        else
            mark.Take(Newest(page.Items), Oldest(page.Items), page.Cursor, asked);
        await db.SaveChangesAsync(cancellation);
        return added;
    }

    private async Task<Look> GiveUpAsync(IntakeMark mark, Failure failure, CancellationToken cancellation)
    {
        if (mark.Page is null || failure.Kind is not (FailureKind.Refused or FailureKind.NotFound))
            return default;

        mark.StartOver();
        await db.SaveChangesAsync(cancellation);
        return new Look(0, HasMore: true);
    }

    private static Instant? Newest(IReadOnlyCollection<Notification> items) => items.Count == 0 ? null : items.Max(TimeOf);

    private static Instant? Oldest(IReadOnlyCollection<Notification> items) => items.Count == 0 ? null : items.Min(TimeOf);

    private static Instant TimeOf(Notification notification) => Instant.FromDateTimeOffset(notification.IndexedAt);
}
