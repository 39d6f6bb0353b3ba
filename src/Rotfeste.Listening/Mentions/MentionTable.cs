using Microsoft.EntityFrameworkCore;

namespace Rotfeste.Listening.Mentions;

internal static class MentionTable
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Mention>(row =>
        {
            row.ToTable("listening_mentions");
            row.Property(m => m.Id).ValueGeneratedNever();
            row.HasIndex(m => new { m.Organisation, m.Post }).IsUnique();
            row.HasIndex(m => new { m.Organisation, m.At, m.Id });
        });
        model.Entity<Hit>(row =>
        {
            row.ToTable("listening_hits");
            row.HasKey(h => new { h.Mention, h.Search });
            row.HasIndex(h => new { h.Search, h.At, h.Mention });
        });
    }
}
