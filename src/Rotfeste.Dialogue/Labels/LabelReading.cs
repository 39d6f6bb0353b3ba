using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Labels;

/// <summary>The organisation's labels, by name.</summary>
internal sealed class KeptLabels(RowVersions versions, IClock clock)
    : Kept<OrganisationId, IReadOnlyList<LabelView>>(versions, clock, typeof(Label));

/// <summary>Which labels the listed conversations have.</summary>
internal sealed class KeptLabelling(RowVersions versions, IClock clock)
    : Kept<ConversationId, IReadOnlyList<LabelId>>(versions, clock, typeof(ConversationLabel));

/// <summary>A label as screens show it.</summary>
public sealed record LabelView(Guid Id, string Name);

/// <summary>Reads labels.</summary>
internal sealed class LabelReading(AppDb db, KeptLabels kept, KeptLabelling labelling)
{
    public async Task<IReadOnlyList<LabelView>> AllAsync(CancellationToken cancellation)
    {
        var organisation = db.Current.Value ?? throw new InvalidOperationException("Labels belong to an organisation.");
        return await kept.GetAsync(db, organisation, async () =>
        {
            var rows = await db.Set<Label>().AsNoTracking().Select(l => new LabelView(l.Id.Value, l.Name)).ToListAsync(cancellation);
            return [.. rows.OrderBy(l => l.Name, StringComparer.CurrentCulture)];
        });
    }

    /// <summary>Those on each of the conversations; none where there are none.</summary>
    public async Task<ILookup<ConversationId, LabelView>> OfAsync(IReadOnlyCollection<ConversationId> conversations, CancellationToken cancellation)
    {
        var names = (await AllAsync(cancellation)).ToDictionary(l => l.Id);
        if (names.Count == 0)
            return Array.Empty<ConversationId>().ToLookup(c => c, _ => new LabelView(default, ""));

        var own = await labelling.GetManyAsync(db, conversations, missing => ReadAsync(missing, cancellation));
        return own.SelectMany(c => c.Value.Where(l => names.ContainsKey(l.Value)).Select(l => (Conversation: c.Key, Label: names[l.Value])))
            .OrderBy(l => l.Label.Name, StringComparer.CurrentCulture).ToLookup(l => l.Conversation, l => l.Label);
    }

    private async Task<IReadOnlyDictionary<ConversationId, IReadOnlyList<LabelId>>> ReadAsync(
        IReadOnlyList<ConversationId> conversations, CancellationToken cancellation) =>
        (await db.Set<ConversationLabel>().AsNoTracking().Where(l => conversations.Contains(l.Conversation)).ToListAsync(cancellation))
        .GroupBy(l => l.Conversation).ToDictionary(g => g.Key, IReadOnlyList<LabelId> (g) => [.. g.Select(l => l.Label)]);
}
