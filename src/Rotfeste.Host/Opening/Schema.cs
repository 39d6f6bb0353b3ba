using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Agreements;
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

        // Millions of rows may take longer than any question of a screen.
        db.Database.SetCommandTimeout(0);
        await db.Database.MigrateAsync();
        if (applied.Count > 0)
            await ComputeAgainAsync(scope.ServiceProvider);
    }

    /// <summary>For a verb of the command line, which makes no database and changes no schema.</summary>
    /// <exception cref="OpeningRefusedException">There is no database, or it is another version's.</exception>
    public static async Task RefuseOtherAsync(IServiceProvider services, Settings settings)
    {
        if (settings.Database is null && !File.Exists(Path.Combine(settings.DataFolder, "rotfeste.db")))
            throw new OpeningRefusedException($"There is no Rotfeste in {settings.DataFolder}. Name its folder with --data, or start the server there first.");

        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDb>().Database;
        try
        {
            if (!database.GetMigrations().ToHashSet(StringComparer.Ordinal).SetEquals(await database.GetAppliedMigrationsAsync()))
                throw new OpeningRefusedException("The database is not this version's. Start the server of this version once; it brings the database up to date.");
        }
        catch (DbException cause)
        {
            throw new OpeningRefusedException($"The database cannot be read: {cause.GetBaseException().Message}");
        }
    }

    // What a room keeps of what it has computed may follow other rules now, or be missing.
    private static Task ComputeAgainAsync(IServiceProvider scope)
    {
        scope.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        return AgreementsRoom.ReckonAgainAsync(scope, CancellationToken.None);
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
