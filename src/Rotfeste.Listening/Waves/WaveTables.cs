using Microsoft.EntityFrameworkCore;

namespace Rotfeste.Listening.Waves;

internal static class WaveTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Wave>(row =>
        {
            row.ToTable("listening_waves");
            row.Property(w => w.Id).ValueGeneratedNever();
            row.Ignore(w => w.Times);
            row.HasIndex(w => new { w.Organisation, w.Subject, w.ToldAt }).IsUnique();
            row.HasIndex(w => new { w.EndedAt, w.Organisation });
        });
        model.Entity<WaveWatcher>(row =>
        {
            row.ToTable("listening_wave_watchers");
            row.HasKey(w => new { w.Organisation, w.Subject, w.Person });
        });
        model.Entity<WaveBudget>(row =>
        {
            row.ToTable("listening_wave_budgets");
            row.HasKey(w => new { w.Organisation, w.Subject });
        });
    }
}
