using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Keepings;

/// <summary>
/// What its author deleted at the network, kept for the archive alone: only where the organisation has said by which law, only in a conversation that
/// was flagged before, and only until the archive has it or the flag goes.
/// </summary>
internal sealed class DeletedWords : IBelongToOrganisation
{
    public required OrganisationId Organisation { get; init; }

    public required PostId Post { get; init; }

    public required ConversationId Conversation { get; init; }

    public required string Name { get; init; }

    public required string Handle { get; init; }

    public required string Text { get; init; }

    /// <summary>When the deletion was seen.</summary>
    public required Instant At { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<DeletedWords>(row =>
    {
        row.ToTable("dialogue_deleted_words");
        row.HasKey(w => new { w.Organisation, w.Post });
        row.HasIndex(w => w.Conversation);
        row.HasOne<Conversation>().WithMany().HasForeignKey(w => w.Conversation).HasConstraintName("FK_dialogue_deleted_words_conversation");
    });
}
