using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Drafts;

/// <summary>What one person is writing in one conversation.</summary>
internal sealed class Draft : IBelongToOrganisation
{
    private Draft()
    {
    }

    public OrganisationId Organisation { get; private init; }

    public ConversationId Conversation { get; private init; }

    public PersonId Person { get; private init; }

    public string Text { get; private set; } = "";

    public Instant KeptAt { get; private set; }

    public static Draft Of(OrganisationId organisation, ConversationId conversation, PersonId person) =>
        new() { Organisation = organisation, Conversation = conversation, Person = person };

    public void Keep(string text, Instant now) => (Text, KeptAt) = (text, now);

    public static void Map(ModelBuilder model) => model.Entity<Draft>(row =>
    {
        row.ToTable("dialogue_drafts");
        row.HasKey(d => new { d.Conversation, d.Person });
        row.HasOne<Conversation>().WithMany().HasForeignKey(d => d.Conversation);
    });
}
