using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Followings;

/// <summary>A person wants to be told when something new comes. Nobody else is shown who does.</summary>
internal sealed class Following : IBelongToOrganisation
{
    private Following()
    {
    }

    public ConversationId Conversation { get; private init; }

    public PersonId Person { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public static Following Of(Conversation conversation, PersonId person) =>
        new() { Conversation = conversation.Id, Person = person, Organisation = conversation.Organisation };

    public static void Map(ModelBuilder model) => model.Entity<Following>(row =>
    {
        row.ToTable("dialogue_followings");
        row.HasKey(f => new { f.Conversation, f.Person });
        row.HasOne<Conversation>().WithMany().HasForeignKey(f => f.Conversation).HasConstraintName("FK_dialogue_followings_conversation");
    });
}
