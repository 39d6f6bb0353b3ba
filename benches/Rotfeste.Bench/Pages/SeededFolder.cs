using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Rotfeste.Bench.Grounds;

namespace Rotfeste.Bench.Pages;

/// <summary>
/// The data folder with 100,000 conversations. Writing it takes longer than measuring, so it is kept outside the checkout
/// under the hash of what wrote it.
/// </summary>
internal static class SeededFolder
{
    private static readonly string[] Writers =
        ["Rotfeste.Host.dll", "Rotfeste.People.dll", "Rotfeste.Channels.dll", "Rotfeste.Listening.dll", "Rotfeste.Dialogue.dll", "Rotfeste.Bench.dll"];

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

    private static string Hash()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var writer in Writers)
            all.AppendData(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, writer)));
        return Convert.ToHexStringLower(all.GetHashAndReset().AsSpan(0, 8));
    }
}
