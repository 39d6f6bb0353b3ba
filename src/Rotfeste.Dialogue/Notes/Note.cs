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

    public static Note Of(Conversation conversation, PersonId by, string text, Instant at, PersonId? handedTo = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = conversation.Organisation,
        Conversation = conversation.Id,
        By = by,
        At = at,
        Text = text,
        HandedTo = handedTo,
    };

    public static void Map(ModelBuilder model) => model.Entity<Note>(row =>
    {
        row.ToTable("dialogue_notes");
        row.Property(n => n.Id).ValueGeneratedNever();
        row.HasIndex(n => n.Conversation);
        row.HasOne<Conversation>().WithMany().HasForeignKey(n => n.Conversation).HasConstraintName("FK_dialogue_notes_conversation");
    });
}
