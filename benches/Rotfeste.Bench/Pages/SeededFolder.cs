using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Bench.Grounds;
using Rotfeste.Host.Server;

namespace Rotfeste.Bench.Pages;

/// <summary>
/// A data folder with rows in bulk. Writing it takes longer than measuring, so it is kept outside the checkout under a hash
/// of the schema.
/// </summary>
internal static class SeededFolder
{
    /// <param name="rows">What is in it: "conversations".</param>
    /// <param name="edition">Raised when other rows are written.</param>
    /// <param name="write">Writes them.</param>
    public static async Task<Ground> OpenAsync(string rows, int edition, Func<Founded, IServiceProvider, Task> write)
    {
        var kept = Path.Combine(Checkout.Cache, $"{rows}-{Hash(edition)}");
        if (!Directory.Exists(kept))
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

    // Every change of a table is a migration.
    private static string Hash(int edition)
    {
        var migrations = typeof(HostApp).Assembly.GetTypes()
            .Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal);
        var text = string.Join('\n', [$"{edition}", .. migrations]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }
}
