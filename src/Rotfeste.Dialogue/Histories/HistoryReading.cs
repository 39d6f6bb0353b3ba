using Microsoft.EntityFrameworkCore;
using Rotfeste.Analysis.Targets;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Histories;

/// <summary>Reads what happened to conversations, with those they were merged with or split from.</summary>
internal sealed class HistoryReading(AppDb db)
{
    /// <summary>What happened to one conversation, also what the running unit of work has not saved yet.</summary>
    public async Task<IReadOnlyList<ConversationEvent>> OfAsync(Conversation conversation, CancellationToken cancellation)
    {
        // A new one has nothing in the database, so nothing is asked, but where it came out of another.
        if (db.Entry(conversation).State == EntityState.Added && conversation.SplitFrom is null && conversation.History.All(e => e.Other is null))
            return InOrder(conversation.History);

        return InOrder(await WithRelatedAsync([conversation.Id], cancellation));
    }

    /// <summary>All that happened to these and to whatever they were merged with or split from.</summary>
    public async Task<IReadOnlyList<HistoryEvent>> WithRelatedAsync(
        IReadOnlyCollection<ConversationId> conversations, CancellationToken cancellation)
    {
        var known = new HashSet<ConversationId>();
        var found = new List<HistoryEvent>();
        for (IReadOnlyList<ConversationId> next = [.. conversations.Distinct()]; next.Count > 0;)
        {
            known.UnionWith(next);
            await db.Set<HistoryEvent>()
                .Where(e => next.Contains(e.Conversation) || (e.Other != null && next.Contains(e.Other.Value))).LoadAsync(cancellation);
            var here = db.Set<HistoryEvent>().Local
                .Where(e => next.Contains(e.Conversation) || (e.Other is { } other && next.Contains(other))).ToList();
            found.AddRange(here);
            next = [.. here.SelectMany(e => new[] { e.Conversation, e.Other ?? e.Conversation }).Distinct().Where(id => !known.Contains(id))];
        }

        return [.. found.Distinct()];
    }

    // Of one instant, those stored first come first.
    private static List<ConversationEvent> InOrder(IEnumerable<HistoryEvent> events) =>
        [.. events.OrderBy(e => e.At).ThenBy(e => e.Number).Select(e => e.ToEvent())];
}
