using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Numbers;

/// <summary>A person has asked to see what is hidden in a conversation, and sees it for a few minutes.</summary>
internal sealed class NumberSight : IBelongToOrganisation
{
    public static readonly Duration Lasts = Duration.FromMinutes(5);

    private NumberSight()
    {
    }

    public OrganisationId Organisation { get; private init; }

    public ConversationId Conversation { get; private init; }

    public PersonId Person { get; private init; }

    public Instant Until { get; private set; }

    public static NumberSight Of(Conversation conversation, PersonId person) =>
        new() { Organisation = conversation.Organisation, Conversation = conversation.Id, Person = person };

    public void Open(Instant now) => Until = now + Lasts;

    public static void Map(ModelBuilder model) => model.Entity<NumberSight>(row =>
    {
        row.ToTable("dialogue_number_sights");
        row.HasKey(s => new { s.Conversation, s.Person });
        row.HasOne<Conversation>().WithMany().HasForeignKey(s => s.Conversation).HasConstraintName("FK_dialogue_number_sights_conversation");
    });
}
