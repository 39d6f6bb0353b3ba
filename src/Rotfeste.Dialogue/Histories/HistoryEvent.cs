using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Analysis.Targets;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Histories;

/// <summary>Something that happened to a conversation, stored when it happened: all response times come from these alone.</summary>
internal sealed class HistoryEvent : IBelongToOrganisation
{
    private HistoryEvent()
    {
    }

    public OrganisationId Organisation { get; private init; }

    public ConversationId Conversation { get; private init; }

    /// <summary>In the order in which it was stored, from 1 in each conversation.</summary>
    public int Number { get; private init; }

    public Instant At { get; private init; }

    public ConversationEventKind Kind { get; private init; }

    /// <summary>Since when a question waits that became known only at <see cref="At"/>.</summary>
    public Instant? Since { get; private init; }

    /// <summary>The conversation it went into, or that was taken out of it.</summary>
    public ConversationId? Other { get; private init; }

    public static HistoryEvent Of(
        Conversation conversation, int number, ConversationEventKind kind, Instant at, Instant? since = null, ConversationId? other = null) => new()
        {
            Organisation = conversation.Organisation,
            Conversation = conversation.Id,
            Number = number,
            At = at,
            Kind = kind,
            Since = since,
            Other = other,
        };

    /// <summary>As the engine takes it.</summary>
    public ConversationEvent ToEvent() => new(At, Kind, Conversation.Value, Other?.Value ?? default, Since);

    public static void Map(ModelBuilder model) => model.Entity<HistoryEvent>(row =>
    {
        row.ToTable("dialogue_events");
        row.HasKey(e => new { e.Conversation, e.Number });
        row.HasIndex(e => new { e.Organisation, e.At });
        row.HasIndex(e => e.Other);
    });
}
