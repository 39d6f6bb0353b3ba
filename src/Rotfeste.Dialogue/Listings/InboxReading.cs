using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Harassment;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Dialogue.SavedViews;
using Rotfeste.Dialogue.Unusual;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Listings;

/// <summary>Reads a page of the inbox: one question for conversations, one for words, one for colleagues, one for what is on its way.</summary>
internal sealed class InboxReading(
    AppDb db, InboxQuery query, InboxCounting counting, KeptPages pages, UsableChannels channels, Posts posts, Colleagues colleagues, Items items,
    LabelReading labels, SavedViewReading saved, PlanReading plans, DueWords due, PrivateReading privates, CoveredReading covered, UnusualReading unusual, IStringLocalizer<Texts> texts,
    IClock clock)
{
    public async Task<InboxView> ReadAsync(
        Caller caller, InboxWish wish, string? after, Guid? selected, CancellationToken cancellation)
    {
        var counts = await counting.CountAsync(caller, cancellation);
        var sight = await channels.OfAsync(caller, cancellation);
        var key = new PageKey(wish, after ?? "", sight.Key, wish.Stretch is InboxStretch.Mine or InboxStretch.Unit ? caller.Person : null);
        var page = await pages.GetAsync(db, key, () => query.ReadAsync(wish, after, caller, sight, cancellation));
        var rows = await RowsAsync(caller, sight, wish, page.Rows, cancellation);
        var choices = await ChoicesAsync(caller, sight, cancellation);

        // The page asks for itself again with all its parameters, the empty ones too.
        return new InboxView(wish, counts, rows, page.Next, string.IsNullOrEmpty(after) ? null : after, selected, choices)
        {
            Unusual = (await unusual.NowAsync(cancellation))?.Title,
        };
    }

    /// <summary>The rows of these, in their order, as far as the person may see them.</summary>
    public async Task<IReadOnlyList<RowView>> OfAsync(Caller caller, IReadOnlyList<ConversationId> wanted, CancellationToken cancellation)
    {
        var sight = await channels.OfAsync(caller, cancellation);
        var found = await InboxQuery.Listed(query.Seen(caller, sight).Where(c => wanted.Contains(c.Id))).ToDictionaryAsync(c => c.Id, cancellation);
        return await RowsAsync(caller, sight, new InboxWish(InboxStretch.All), [.. wanted.Where(found.ContainsKey).Select(id => found[id])], cancellation);
    }

    private async Task<IReadOnlyList<RowView>> RowsAsync(
        Caller caller, ChannelSight sight, InboxWish wish, IReadOnlyList<ListedConversation> page, CancellationToken cancellation)
    {
        if (page.Count == 0)
            return [];

        var words = await posts.FindAsync([.. page.Select(c => c.LastPost).Distinct()], cancellation);
        var takers = page.Select(c => c.TakenBy).OfType<PersonId>().Distinct().ToList();
        var people = takers.Count == 0 ? null : await colleagues.FindAsync(takers, cancellation);
        var orders = page.Select(c => c.Order).OfType<ItemId>().ToList();
        var onTheWay = orders.Count == 0 ? null : await items.FindAsync(orders, cancellation);

        var named = await labels.OfAsync([.. page.Select(c => c.Id)], cancellation);
        var plan = await plans.ReadAsync(cancellation);
        var row = new RowWords(
            texts, caller, wish, due, plan, await privates.RulesAsync(cancellation), await covered.AllAsync(cancellation), clock.GetCurrentInstant());
        return [.. page.Select(c => row.Of(
            c,
            sight.MaySee(c.Account) ? words.GetValueOrDefault(c.LastPost) : null,
            c.TakenBy is { } taker ? people?.GetValueOrDefault(taker)?.Name : null,
            c.Order is { } order ? onTheWay?.GetValueOrDefault(order) : null,
            sight.CardOf(c.Account),
            [.. named[c.Id].Select(l => l.Name)]))];
    }

    private async Task<InboxChoices> ChoicesAsync(Caller caller, ChannelSight sight, CancellationToken cancellation) => new(
        [.. (await labels.AllAsync(cancellation)).Select(l => new ChoiceView(l.Id, l.Name))],
        [.. sight.Cards.Values.Where(c => sight.MaySee(c.Id)).OrderBy(c => c.Handle, StringComparer.Ordinal).Select(c => new ChoiceView(c.Id.Value, $"@{c.Handle}"))],
        await saved.OfAsync(caller.Person, cancellation));
}
