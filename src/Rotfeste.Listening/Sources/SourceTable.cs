using Microsoft.EntityFrameworkCore;
using Rotfeste.Listening.Imports;
using Rotfeste.Listening.Messages;
using Rotfeste.Listening.Tips;

namespace Rotfeste.Listening.Sources;

internal static class SourceTable
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Source>(row =>
        {
            row.ToTable("listening_sources");
            row.Property(s => s.Id).ValueGeneratedNever();
            row.Ignore(s => s.IsAsked);
            row.HasIndex(s => new { s.Organisation, s.Kind });
        });
        model.Entity<SourceDay>(row =>
        {
            row.ToTable("listening_source_days");
            row.HasKey(d => new { d.Source, d.Day });
        });
        model.Entity<SourceGap>(row =>
        {
            row.ToTable("listening_source_gaps");
            row.Property(g => g.Id).ValueGeneratedNever();
            row.HasIndex(g => new { g.Organisation, g.Until });
        });
        model.Entity<Import>(row =>
        {
            row.ToTable("listening_imports");
            row.Property(i => i.Id).ValueGeneratedNever();
            row.HasIndex(i => new { i.Organisation, i.StartedAt });
        });
        model.Entity<TakenMessage>(row =>
        {
            row.ToTable("listening_source_messages");
            row.HasKey(m => new { m.Source, m.Message });
            row.HasIndex(m => m.At);
        });
        model.Entity<Tip>(row =>
        {
            row.ToTable("listening_tips");
            row.Property(t => t.Id).ValueGeneratedNever();
            row.HasIndex(t => new { t.Mention, t.Person }).IsUnique();
            row.HasIndex(t => new { t.Organisation, t.Person });
        });
    }
}
