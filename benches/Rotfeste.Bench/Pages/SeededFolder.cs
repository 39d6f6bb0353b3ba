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
/// The data folder with 100,000 conversations. Writing it takes longer than measuring, so it is kept outside the checkout
/// under a hash of the schema.
/// </summary>
internal static class SeededFolder
{
    public static async Task<Ground> OpenAsync()
    {
        var kept = Path.Combine(Checkout.Cache, $"conversations-{Hash()}");
        if (!Directory.Exists(kept))
            await WriteAsync(kept);
        var ground = Ground.OnSqlite();
        await CopyAsync($"{kept}/.", ground.Folder);
        return ground;
    }

    private static async Task WriteAsync(string kept)
    {
        Console.WriteLine("Writing 100,000 conversations (once) …");
        Directory.CreateDirectory(Checkout.Cache);
        foreach (var older in Directory.EnumerateDirectories(Checkout.Cache, "conversations-*"))
            Directory.Delete(older, recursive: true);

        using var ground = Ground.OnSqlite();
        await Founded.OnAsync(ground, ManyConversations.WriteAsync);
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
    private static string Hash()
    {
        var migrations = typeof(HostApp).Assembly.GetTypes()
            .Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal);
        var text = string.Join('\n', [$"{ManyConversations.Edition}", .. migrations]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }
}
