using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Criticism;

/// <summary>No answer was chosen, and somebody wanted to say why.</summary>
internal sealed class Silence : IBelongToOrganisation
{
    public const int LongestReason = 500;

    private Silence()
    {
    }

    public OrganisationId Organisation { get; private init; }

    public ConversationId Conversation { get; private init; }

    public PersonId By { get; private set; }

    public Instant At { get; private set; }

    public string Reason { get; private set; } = "";

    public static Silence Of(Conversation conversation) => new() { Organisation = conversation.Organisation, Conversation = conversation.Id };

    public void Say(string reason, PersonId by, Instant at) => (Reason, By, At) = (reason, by, at);

    public static void Map(ModelBuilder model) => model.Entity<Silence>(row =>
    {
        row.ToTable("dialogue_silences");
        row.HasKey(s => s.Conversation);
        row.Property(s => s.Conversation).ValueGeneratedNever();
        row.HasOne<Conversation>().WithOne().HasForeignKey<Silence>(s => s.Conversation).HasConstraintName("FK_dialogue_silences_conversation");
    });
}
