using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Words;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Listings;

/// <summary>A conversation as the list needs it.</summary>
internal sealed record ListedConversation(
    ConversationId Id, ChannelId Channel, PersonId? TakenBy, Instant? WaitingSince, Instant? DueAt, Instant? SnoozedUntil,
    PostId LastPost, Instant LastPostAt, ItemId? Order, ConversationOutcome? Outcome, ConversationState State, long Place,
    ConversationId? MergedInto, ChannelId? LastChannel)
{
    /// <summary>The account that the newest post came to.</summary>
    public ChannelId Account => LastChannel ?? Channel;

    public static ListedConversation Of(Conversation c) => new(
        c.Id, c.Channel, c.TakenBy, c.WaitingSince, c.DueAt, c.SnoozedUntil, c.LastPost, c.LastPostAt, c.Order, c.Outcome, c.State, c.Place,
        c.MergedInto, c.LastChannel);
}

/// <summary>Reads stretches of the line of conversations, a page at a time.</summary>
internal sealed class InboxQuery(AppDb db, UnitMates mates, WordSearch search)
{
    public const int PageSize = 50;
    private const int MostTies = 200;

    /// <summary>One page and the cursor of the next.</summary>
    public async Task<ListedPage> ReadAsync(
        InboxWish wish, string? after, Caller caller, ChannelSight sight, CancellationToken cancellation)
    {
        var near = wish.Stretch == InboxStretch.Unit ? await mates.OfAsync(caller, cancellation) : [];
        var all = wish.Words.Length == 0 ? Seen(caller, sight) : Among(await search.FindAsync(wish.Words, cancellation), sight);
        var wanted = Narrow(Of(wish.Stretch, all, caller, near), wish);
        var shown = ParseCursor(after, out var place);
        if (shown.Count > 0)
            wanted = wanted.Where(c => c.Place >= place && !shown.Contains(c.Id));

        var rows = await Listed(wanted.OrderBy(c => c.Place).ThenBy(c => c.Id).Take(PageSize + 1)).ToListAsync(cancellation);
        if (rows.Count <= PageSize)
            return new ListedPage(rows, null);

        rows.RemoveAt(PageSize);
        return new ListedPage(rows, CursorAfter(rows, place, shown));
    }

    /// <summary>As the list needs them.</summary>
    public static IQueryable<ListedConversation> Listed(IQueryable<Conversation> conversations) => conversations.Select(c => new ListedConversation(
        c.Id, c.Channel, c.TakenBy, c.WaitingSince, c.DueAt, c.SnoozedUntil, c.LastPost, c.LastPostAt, c.Order, c.Outcome, c.State, c.Place, c.MergedInto, c.LastChannel));

    /// <summary>The rows of a stretch, unordered.</summary>
    public IQueryable<Conversation> Of(InboxStretch stretch, Caller caller, ChannelSight sight, IReadOnlyList<PersonId> near) =>
        Of(stretch, Seen(caller, sight), caller, near);

    private static IQueryable<Conversation> Of(InboxStretch stretch, IQueryable<Conversation> all, Caller caller, IReadOnlyList<PersonId> near) =>
        stretch switch
        {
            InboxStretch.ToDo => all.Where(c => c.Place < ConversationPlace.EndOfToDo),
            InboxStretch.Mine => all.Where(c => c.TakenBy == caller.Person && c.Place < ConversationPlace.EndOfOpen),
            InboxStretch.Free => all.Where(c => c.TakenBy == null && c.Place < ConversationPlace.EndOfToDo),
            InboxStretch.Unit => all.Where(c => c.TakenBy != null && near.Contains(c.TakenBy.Value) && c.Place < ConversationPlace.EndOfOpen),
            InboxStretch.Snoozed => all.Where(c => c.Place >= ConversationPlace.EndOfToDo && c.Place < ConversationPlace.EndOfSnoozed),
            InboxStretch.Theirs => all.Where(c => c.Place >= ConversationPlace.EndOfSnoozed && c.Place < ConversationPlace.EndOfTheirs),
            InboxStretch.Closed => all.Where(c => c.Place >= ConversationPlace.EndOfOpen && c.Place < ConversationPlace.EndOfClosed),
            _ => all.Where(c => c.Place < ConversationPlace.EndOfClosed),
        };

    /// <summary>All that the person may see. The organisation is named once more than the wall needs: the index begins with it.</summary>
    public IQueryable<Conversation> Seen(Caller caller, ChannelSight sight)
    {
        var seen = sight.Seen.ToList();
        return db.Set<Conversation>().AsNoTracking().Where(c => c.Organisation == caller.Organisation && seen.Contains(c.Channel));
    }

    // Few: here the organisation is not named again, so that they are fetched by their keys and not looked for along the line.
    private IQueryable<Conversation> Among(IReadOnlyList<ConversationId> found, ChannelSight sight)
    {
        var seen = sight.Seen.ToList();
        return db.Set<Conversation>().AsNoTracking().Where(c => found.Contains(c.Id) && seen.Contains(c.Channel));
    }

    private IQueryable<Conversation> Narrow(IQueryable<Conversation> wanted, InboxWish wish)
    {
        if (wish.Channel is { } id)
        {
            var channel = ChannelId.From(id);
            wanted = wanted.Where(c => c.Channel == channel);
        }

        if (wish.WithLabel is { } label)
            wanted = wanted.Where(c => db.Set<ConversationLabel>().Any(l => l.Conversation == c.Id && l.Label == label));
        if (wish.ForArchive)
            wanted = wanted.Where(c => db.Set<Archives.ArchiveFlag>().Any(f => f.Conversation == c.Id && f.RemovedAt == null));
        return wanted;
    }

    // Ids do not compare in a query, so the cursor names those of the last place that were shown already: nearly always one.
    private static string CursorAfter(List<ListedConversation> rows, long place, List<ConversationId> shown)
    {
        var last = rows[^1].Place;
        var ties = rows.Where(r => r.Place == last).Select(r => r.Id).Concat(last == place ? shown : []);
        return string.Join('.', [last.ToString(CultureInfo.InvariantCulture), .. ties.Take(MostTies).Select(id => id.Value.ToString("N"))]);
    }

    private static List<ConversationId> ParseCursor(string? cursor, out long place)
    {
        place = 0;
        var parts = cursor?.Split('.', MostTies + 1) ?? [];
        if (parts.Length < 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out place))
            return [];

        return [.. parts.Skip(1).Select(p => Guid.TryParseExact(p, "N", out var id) ? id : Guid.Empty).Select(ConversationId.From)];
    }
}
