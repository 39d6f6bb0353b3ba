using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Listings;

/// <summary>Reads a page of the inbox: one question for conversations, one for words, one for colleagues, one for what is on its way.</summary>
internal sealed class InboxReading(
    AppDb db, InboxQuery query, InboxCounting counting, KeptPages pages, UsableChannels channels, Posts posts, Colleagues colleagues, Items items,
    IStringLocalizer<Texts> texts, IClock clock)
{
    public async Task<InboxView> ReadAsync(
        Caller caller, InboxStretch stretch, string? after, Guid? selected, CancellationToken cancellation)
    {
        var counts = await counting.CountAsync(caller, cancellation);
        var sight = await channels.OfAsync(caller, cancellation);
        var key = new PageKey(stretch, after ?? "", sight.Key, stretch == InboxStretch.Mine ? caller.Person : null);
        var page = await pages.GetAsync(db, key, () => query.ReadAsync(stretch, after, caller, sight, cancellation));
        var rows = await RowsAsync(caller, sight, stretch, page.Rows, cancellation);

        // The page asks for itself again with all its parameters, the empty ones too.
        return new InboxView(stretch, counts, rows, page.Next, string.IsNullOrEmpty(after) ? null : after, selected);
    }

    private async Task<IReadOnlyList<RowView>> RowsAsync(
        Caller caller, ChannelSight sight, InboxStretch stretch, IReadOnlyList<ListedConversation> page, CancellationToken cancellation)
    {
        if (page.Count == 0)
            return [];

        var words = await posts.FindAsync([.. page.Select(c => c.LastPost).Distinct()], cancellation);
        var takers = page.Select(c => c.TakenBy).OfType<PersonId>().Distinct().ToList();
        var people = takers.Count == 0 ? null : await colleagues.FindAsync(takers, cancellation);
        var orders = page.Select(c => c.Order).OfType<ItemId>().ToList();
        var onTheWay = orders.Count == 0 ? null : await items.FindAsync(orders, cancellation);

        var row = new RowWords(texts, caller, stretch, clock.GetCurrentInstant());
        return [.. page.Select(c => row.Of(
            c,
            words.GetValueOrDefault(c.LastPost),
            c.TakenBy is { } taker ? people?.GetValueOrDefault(taker)?.Name : null,
            c.Order is { } order ? onTheWay?.GetValueOrDefault(order) : null,
            sight.CardOf(c.Channel)))];
    }
}
