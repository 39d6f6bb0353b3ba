using Microsoft.EntityFrameworkCore;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Mail;

namespace Rotfeste.Platform;

/// <summary>The platform's own tables.</summary>
internal static class PlatformTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<FactRow>(row =>
        {
            row.ToTable("platform_facts");
            row.HasIndex(f => new { f.Type, f.Id });
        });
        model.Entity<FactPosition>().ToTable("platform_fact_positions").HasKey(p => p.Handler);
        model.Entity<HeldFact>().ToTable("platform_held_facts").HasKey(h => new { h.Handler, h.Fact });
        model.Entity<DueRow>(row =>
        {
            row.ToTable("platform_due");
            row.Property(d => d.Id).ValueGeneratedNever();
            row.HasIndex(d => d.RunAt);
            row.HasIndex(d => new { d.Job, d.Key }).IsUnique();
        });
        model.Entity<OutboxRow>(row =>
        {
            row.ToTable("platform_outbox");
            row.Property(o => o.Id).ValueGeneratedNever();
        });
        model.Entity<LedgerEntry>(row =>
        {
            row.ToTable("platform_ledger");
            row.HasIndex(e => new { e.Chain, e.Sequence }).IsUnique();
        });
    }
}
