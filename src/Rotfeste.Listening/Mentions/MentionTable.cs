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
            // The language leads, so that mentions from before languages were told are found over all organisations.
            row.HasIndex(m => new { m.Language, m.Organisation, m.At });
            row.HasIndex(m => new { m.Organisation, m.Source, m.At });
            row.HasIndex(m => new { m.Organisation, m.LikeGroup });
        });
        model.Entity<Hit>(row =>
        {
            row.ToTable("listening_hits");
            row.HasKey(h => new { h.Mention, h.Search });
            row.HasIndex(h => new { h.Search, h.At, h.Mention });
        });
    }
}
