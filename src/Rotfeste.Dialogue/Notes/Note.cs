using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Notes;

/// <summary>What colleagues say to each other about a conversation; never sent anywhere.</summary>
internal sealed class Note : IBelongToOrganisation
{
    public const int Longest = 4_000;

    private Note()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public ConversationId Conversation { get; private init; }

    public PersonId By { get; private init; }

    public Instant At { get; private init; }

    public string Text { get; private init; } = "";

    /// <summary>Goes with a hand-over to this colleague.</summary>
    public PersonId? HandedTo { get; private init; }

    /// <summary>Ids of the colleagues who were called in it, with a space between.</summary>
    public string Called { get; private init; } = "";

    /// <summary>Its writer took it away; it goes for good a little later.</summary>
    public Instant? RemovedAt { get; private set; }

    public IReadOnlyList<PersonId> WhoWasCalled =>
        [.. Called.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => PersonId.From(Guid.Parse(id)))];

    public void Remove(Instant now) => RemovedAt ??= now;

    public void PutBack() => RemovedAt = null;

    public static Note Of(Conversation conversation, PersonId by, string text, Instant at, IEnumerable<PersonId> called, PersonId? handedTo = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = conversation.Organisation,
        Conversation = conversation.Id,
        By = by,
        At = at,
        Text = text,
        HandedTo = handedTo,
        Called = string.Join(' ', called),
    };

    public static void Map(ModelBuilder model) => model.Entity<Note>(row =>
    {
        row.ToTable("dialogue_notes");
        row.Property(n => n.Id).ValueGeneratedNever();
        row.Ignore(n => n.WhoWasCalled);
        row.HasIndex(n => n.Conversation);
        row.HasIndex(n => new { n.Organisation, n.At });
        row.HasOne<Conversation>().WithMany().HasForeignKey(n => n.Conversation).HasConstraintName("FK_dialogue_notes_conversation");
    });
}
