using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Conversations;

namespace Rotfeste.Dialogue.Answers;

/// <summary>How answers lie in the database.</summary>
internal static class AnswerTable
{
    public static void Map(ModelBuilder model) => model.Entity<WrittenAnswer>(row =>
    {
        row.ToTable("dialogue_answers");
        row.Property(a => a.Id).ValueGeneratedNever();
        row.HasIndex(a => a.Order).IsUnique();
        row.HasIndex(a => a.Conversation);
        row.HasIndex(a => new { a.Organisation, a.WrittenAt });
        row.HasIndex(a => new { a.Organisation, a.By });
        row.HasOne<Conversation>().WithMany().HasForeignKey(a => a.Conversation);
    });
}
