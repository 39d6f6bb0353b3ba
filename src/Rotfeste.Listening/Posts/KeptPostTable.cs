using Microsoft.EntityFrameworkCore;

namespace Rotfeste.Listening.Posts;

internal static class KeptPostTable
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<KeptPost>(row =>
        {
            row.ToTable("listening_posts");
            row.Property(p => p.Id).ValueGeneratedNever();
            row.HasIndex(p => new { p.Uri, p.Organisation }).IsUnique();
            // The address leads: whoever asks for a thread asks by address, and the wall between organisations cannot use an index.
            row.HasIndex(p => new { p.RootUri, p.Organisation });
            row.HasIndex(p => new { p.Organisation, p.CreatedAt });
            row.HasIndex(p => p.AuthorAccount);
            row.HasIndex(p => new { p.AwaitsName, p.StoredAt });
            row.HasIndex(p => p.CheckAt).HasFilter("\"CheckAt\" IS NOT NULL");
            row.Ignore(p => p.HasNewWords);
            JsonColumn.Map(row.Property(p => p.Languages));
            JsonColumn.Map(row.Property(p => p.Tags));
            JsonColumn.Map(row.Property(p => p.MentionedAccounts));
            JsonColumn.Map(row.Property(p => p.Links));
            JsonColumn.Map(row.Property(p => p.Pictures));
        });
        model.Entity<AuthorSecret>(row =>
        {
            row.ToTable("listening_author_secrets");
            row.HasKey(s => s.Organisation);
        });
    }
}
