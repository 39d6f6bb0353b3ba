using Microsoft.EntityFrameworkCore;
using Rotfeste.Agreements.Places;

namespace Rotfeste.Agreements.Records;

/// <summary>How agreements lie in the database.</summary>
internal static class Tables
{
    public static void Map(ModelBuilder model)
    {
        Place.Map(model);
        model.Entity<Agreement>(row =>
        {
            row.ToTable("agreements_agreements");
            row.Property(a => a.Id).ValueGeneratedNever();
            row.Ignore(a => a.Subject);
            row.HasIndex(a => new { a.Organisation, a.SubjectKind, a.SubjectId }).IsUnique().HasDatabaseName("IX_agreements_agreements_subject");
        });
        model.Entity<HappeningRow>(row =>
        {
            row.ToTable("agreements_happenings");
            row.HasKey(h => new { h.Agreement, h.Number });
        });
        model.Entity<VersionRow>(row =>
        {
            row.ToTable("agreements_versions");
            row.HasKey(v => new { v.Agreement, v.Number });
        });
        model.Entity<WordsRow>(row =>
        {
            row.ToTable("agreements_words");
            row.Property(w => w.Id).ValueGeneratedNever();
            row.HasIndex(w => w.Agreement);
            row.HasIndex(w => new { w.Organisation, w.By });
        });
    }
}
