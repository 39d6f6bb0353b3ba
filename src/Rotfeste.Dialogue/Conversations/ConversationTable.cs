using Microsoft.EntityFrameworkCore;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>How conversations lie in the database.</summary>
internal static class ConversationTable
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Conversation>(row =>
        {
            row.ToTable("dialogue_conversations");
            row.Property(c => c.Id).ValueGeneratedNever();
            row.Ignore(c => c.IsByHand).Ignore(c => c.IsSending).Ignore(c => c.MayBeDue);
            row.HasIndex(c => new { c.Organisation, c.Channel, c.RootUri, c.AuthorKey, c.Branch }).IsUnique().HasDatabaseName("IX_dialogue_conversations_thread");

            row.HasIndex(c => new { c.Organisation, c.AuthorKey }).HasDatabaseName("IX_dialogue_conversations_author");
            row.HasIndex(c => c.MergedInto).HasDatabaseName("IX_dialogue_conversations_merged");

            // Both hold all that counting needs, so that it never touches the rows.
            row.HasIndex(c => new { c.Organisation, c.Place, c.Id, c.Channel, c.TakenBy }).HasDatabaseName("IX_dialogue_conversations_place");
            row.HasIndex(c => new { c.Organisation, c.TakenBy, c.Place, c.Id, c.Channel }).HasDatabaseName("IX_dialogue_conversations_taken");
            row.HasIndex(c => new { c.Organisation, c.ForgottenAt, c.LastPostAt }).HasDatabaseName("IX_dialogue_conversations_age");
            row.HasMany(c => c.Posts).WithOne().HasForeignKey(p => p.Conversation)
                .HasConstraintName("FK_dialogue_conversation_posts_conversation");
            row.HasMany(c => c.History).WithOne().HasForeignKey(e => e.Conversation)
                .HasConstraintName("FK_dialogue_events_conversation");
            row.Navigation(c => c.History).UsePropertyAccessMode(PropertyAccessMode.Field);
            row.Navigation(c => c.Posts).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<ConversationPost>(row =>
        {
            row.ToTable("dialogue_conversation_posts");
            row.HasKey(p => new { p.Organisation, p.Post });
        });
    }
}
