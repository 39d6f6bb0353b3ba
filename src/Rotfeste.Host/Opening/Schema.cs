using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Host.Commands;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Opening;

/// <summary>Brings the database to this version's schema; a backup first, and never backwards.</summary>
internal static class Schema
{
    /// <exception cref="OpeningRefusedException">The database was written by a newer version.</exception>
    public static async Task BringUpToDateAsync(IServiceProvider services, Settings settings)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();
        if (applied.Find(m => !known.Contains(m)) is { } newer)
            throw new OpeningRefusedException($"The database was written by a newer Rotfeste ({newer}). Start that version, or restore an older backup.");

        if (applied.Count == known.Count)
            return;

        if (applied.Count > 0)
            await Backup.WriteAsync(db, settings, Backup.NameBefore(known.Order(StringComparer.Ordinal).Last(), settings));
        await ForgetAbandonedLockAsync(db);
        await db.Database.MigrateAsync();
    }

    // A server that died while migrating leaves the provider's lock row behind; this process holds the folder alone.
    private static async Task ForgetAbandonedLockAsync(AppDb db)
    {
        if (db.IsSqlite && await db.GetService<IHistoryRepository>().ExistsAsync())
        {
            await db.Database.ExecuteSqlRawAsync("""CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
            await db.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsLock" """);
        }
    }
}
