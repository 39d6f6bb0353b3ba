using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Npgsql;
using Rotfeste.Host.Opening;
using Rotfeste.Host.Server;
using Rotfeste.Platform;

namespace Rotfeste.Tests.Hosting;

/// <summary>One database of today's schema for each kind, migrated once and copied for every test; gone with the process.</summary>
internal static class Template
{
    private static readonly Lazy<Task<string>> SqliteFile = new(MakeFileAsync);
    private static readonly Lazy<Task<string>> PostgresName = new(MakePostgresAsync);

    /// <summary>The path of a SQLite file to copy; nothing has it open.</summary>
    public static Task<string> FileAsync() => SqliteFile.Value;

    /// <summary>The name of a PostgreSQL database to copy; nobody is connected to it.</summary>
    public static Task<string> NameAsync() => PostgresName.Value;

    private static async Task<string> MakeFileAsync()
    {
        var folder = Directory.CreateTempSubdirectory("rotfeste-test-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await MigrateAsync(folder, null);
        SqliteConnection.ClearAllPools();
        var file = Path.Combine(folder, TestDatabase.FileName);
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        return file;
    }

    private static async Task<string> MakePostgresAsync()
    {
        var name = $"template_{Guid.NewGuid():N}";
        var folder = Directory.CreateTempSubdirectory("rotfeste-test-template-").FullName;
        await TestDatabase.RunAsync($"CREATE DATABASE {name}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Directory.Delete(folder, recursive: true);
            TestDatabase.RunAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)").GetAwaiter().GetResult();
        };
        var connectionString = TestDatabase.AddressOf(name);
        await MigrateAsync(folder, connectionString);
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
        return name;
    }

    private static async Task MigrateAsync(string folder, string? connectionString)
    {
        var settings = TestApp.SettingsFor(folder, connectionString);
        WebApplication app = HostApp.Build(settings, "127.0.0.1", 0, TestApp.Quiet);
        await Schema.BringUpToDateAsync(app.Services, settings);
        await app.DisposeAsync();
    }
}
