using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Host.Opening;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Commands;

/// <summary>One file that holds the database, the blobs and the keys as they were at one moment.</summary>
internal static class Backup
{
    private const string SqliteName = "rotfeste.db";
    private const string PostgresName = "rotfeste.pgdump";
    private static readonly string[] Beside = ["blobs", "keys"];

    /// <summary>Where the backup before a migration lies.</summary>
    public static string NameBefore(string migration, Settings settings) =>
        Path.Combine(settings.DataFolder, "backups", $"before-{migration}.tar.gz");

    /// <summary>Writes a backup, also while the server runs.</summary>
    public static async Task WriteAsync(AppDb db, Settings settings, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var work = Directory.CreateTempSubdirectory("rotfeste-backup-");
        try
        {
            if (db.IsSqlite)
                await db.Database.ExecuteSqlAsync($"VACUUM INTO {Path.Combine(work.FullName, SqliteName)}");
            else
                await RunAsync("pg_dump", "--format=custom", $"--file={Path.Combine(work.FullName, PostgresName)}", Postgres.Address(settings));
            Collect(settings, work.FullName);
            await using var target = new FileStream($"{file}.part", FileMode.Create);
            await using (var zip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
                await TarFile.CreateFromDirectoryAsync(work.FullName, zip, includeBaseDirectory: false);
            target.Flush(flushToDisk: true);
        }
        finally
        {
            work.Delete(recursive: true);
        }

        File.Move($"{file}.part", file, overwrite: true);
    }

    /// <summary>Puts a backup back into an empty data folder (and an empty PostgreSQL database).</summary>
    /// <exception cref="OpeningRefusedException">The folder is not empty.</exception>
    public static async Task RestoreAsync(Settings settings, string file)
    {
        if (File.Exists(Path.Combine(settings.DataFolder, SqliteName)) || Directory.Exists(Path.Combine(settings.DataFolder, "keys")))
            throw new OpeningRefusedException($"{settings.DataFolder} holds data already. Restore into an empty folder with --data.");

        Directory.CreateDirectory(settings.DataFolder);
        await using var source = File.OpenRead(file);
        await using (var zip = new GZipStream(source, CompressionMode.Decompress))
            await TarFile.ExtractToDirectoryAsync(zip, settings.DataFolder, overwriteFiles: false);

        var dump = Path.Combine(settings.DataFolder, PostgresName);
        if (!File.Exists(dump))
            return;
        await RunAsync("pg_restore", "--no-owner", $"--dbname={Postgres.Address(settings)}", dump);
        File.Delete(dump);
    }

    private static void Collect(Settings settings, string work)
    {
        foreach (var folder in Beside.Where(f => Directory.Exists(Path.Combine(settings.DataFolder, f))))
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(settings.DataFolder, folder), "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(work, Path.GetRelativePath(settings.DataFolder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        var master = Path.Combine(settings.DataFolder, "master.key");
        if (File.Exists(master))
            File.Copy(master, Path.Combine(work, "master.key"));
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            var complaint = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
                throw new OpeningRefusedException($"{program} failed: {complaint.Trim()}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new OpeningRefusedException($"{program} was not found. Install the PostgreSQL client programs.");
        }
    }
}
