using Microsoft.EntityFrameworkCore;

namespace Rotfeste.Initiatives.Ideas;

/// <summary>How ideas lie in the database.</summary>
internal static class IdeaTable
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Idea>(row =>
        {
            row.ToTable("initiatives_ideas");
            row.Property(i => i.Id).ValueGeneratedNever();
            row.Ignore(i => i.Title);
            row.HasIndex(i => new { i.Organisation, i.At });
        });
        model.Entity<IdeaVoice>(row =>
        {
            row.ToTable("initiatives_idea_voices");
            row.HasKey(v => new { v.Idea, v.Person });
            row.HasOne<Idea>().WithMany().HasForeignKey(v => v.Idea).HasConstraintName("FK_initiatives_idea_voices_idea");
        });
        model.Entity<IdeaComment>(row =>
        {
            row.ToTable("initiatives_idea_comments");
            row.Property(c => c.Id).ValueGeneratedNever();
            row.HasOne<Idea>().WithMany().HasForeignKey(c => c.Idea).HasConstraintName("FK_initiatives_idea_comments_idea");
        });
    }
}
