using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Rotfeste.Bench.Grounds;
using Rotfeste.Host.Opening;

namespace Rotfeste.Bench.Pages;

/// <summary>
/// A data folder with rows in bulk. Writing it takes longer than measuring, so it is kept outside the checkout and brought to each newer
/// schema as a server's own folder is.
/// </summary>
internal static class SeededFolder
{
    // Looks of two seconds: what a newer version works out anew of a million rows takes a while.
    private const int Patience = 3_600;

    /// <param name="rows">What is in it: "conversations".</param>
    /// <param name="edition">Raised when other rows are written.</param>
    /// <param name="write">Writes them.</param>
    public static async Task<Ground> OpenAsync(string rows, int edition, Func<Founded, IServiceProvider, Task> write)
    {
        var kept = Path.Combine(Checkout.Cache, $"{rows}-{edition}");
        if (!Directory.Exists(kept) || !await IsRenewedAsync(kept))
            await WriteAsync(rows, kept, write);
        var ground = Ground.OnSqlite();
        await CopyAsync($"{kept}/.", ground.Folder);
        return ground;
    }

    private static async Task WriteAsync(string rows, string kept, Func<Founded, IServiceProvider, Task> write)
    {
        Console.WriteLine($"Writing many {rows} (once) …");
        Directory.CreateDirectory(Checkout.Cache);
        foreach (var older in Directory.EnumerateDirectories(Checkout.Cache, $"{rows}-*"))
            Directory.Delete(older, recursive: true);

        using var ground = Ground.OnSqlite();
        await Founded.OnAsync(ground, write);
        SqliteConnection.ClearAllPools();
        await CopyAsync(ground.Folder, $"{kept}.part");
        Directory.Move($"{kept}.part", kept);
    }

    private static async Task CopyAsync(string from, string to)
    {
        using var copying = Process.Start("cp", ["-r", from, to]);
        await copying.WaitForExitAsync();
        if (copying.ExitCode != 0)
            throw new IOException($"{from} could not be copied to {to}.");
    }

    // What is due now would be done beside whatever is measured.
    private static async Task<bool> HasWorkAsync(string kept)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(kept, "rotfeste.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT COUNT(*) FROM platform_due WHERE "ParkedAt" IS NULL AND "RunAt" <= {DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1000}""";
        return (long)(await command.ExecuteScalarAsync())! > 0;
    }

    // False where another version wrote it, which this one does not know.
    private static async Task<bool> IsRenewedAsync(string kept)
    {
        try
        {
            await using var rooms = await Founded.BringUpToDateAsync(Ground.SettingsOf(kept, null));
        }
        catch (OpeningRefusedException)
        {
            return false;
        }

        SqliteConnection.ClearAllPools();
        if (await HasWorkAsync(kept))
        {
            Console.WriteLine("Waiting for what this version works out anew (once) …");
            await using var product = await Product.StartAsync(kept, null);
            await product.RestAsync(Patience);
        }

        var backups = Path.Combine(kept, "backups");
        if (Directory.Exists(backups))
            Directory.Delete(backups, recursive: true);
        return true;
    }
}
