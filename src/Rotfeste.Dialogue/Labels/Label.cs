using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Labels;

/// <summary>A word that the organisation sorts its conversations by.</summary>
internal sealed class Label : IBelongToOrganisation
{
    public const int Longest = 40;

    private Label()
    {
    }

    public LabelId Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public string Name { get; private set; } = "";

    public static Label Of(OrganisationId organisation, string name) => new() { Id = LabelId.New(), Organisation = organisation, Name = name };

    public void Rename(string name) => Name = name;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Label>(row =>
        {
            row.ToTable("dialogue_labels");
            row.Property(l => l.Id).ValueGeneratedNever();
            row.HasIndex(l => new { l.Organisation, l.Name }).IsUnique();
        });
        model.Entity<ConversationLabel>(row =>
        {
            row.ToTable("dialogue_conversation_labels");
            row.HasKey(l => new { l.Conversation, l.Label });
            row.HasIndex(l => new { l.Label, l.Conversation });
            row.HasOne<Conversation>().WithMany().HasForeignKey(l => l.Conversation).HasConstraintName("FK_dialogue_conversation_labels_conversation");
            row.HasOne<Label>().WithMany().HasForeignKey(l => l.Label).HasConstraintName("FK_dialogue_conversation_labels_label");
        });
    }
}

/// <summary>A label on a conversation.</summary>
internal sealed class ConversationLabel : IBelongToOrganisation
{
    public required OrganisationId Organisation { get; init; }

    public required ConversationId Conversation { get; init; }

    public required LabelId Label { get; init; }
}
