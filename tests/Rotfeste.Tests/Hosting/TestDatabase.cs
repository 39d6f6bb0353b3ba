using Microsoft.Data.Sqlite;
using Npgsql;

namespace Rotfeste.Tests.Hosting;

/// <summary>Which database a test runs on.</summary>
public enum Provider
{
    Sqlite,
    Postgres,
}

/// <summary>A database and data folder of a test's own, thrown away afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>What the SQLite database is called in the data folder.</summary>
    public const string FileName = "rotfeste.db";

    /// <summary>Set by ./test: a server on loopback whose user may make databases.</summary>
    private static readonly string? PostgresServer = Environment.GetEnvironmentVariable("ROTFESTE_TEST_POSTGRES");

    private TestDatabase(string folder, string? connectionString)
    {
        Folder = folder;
        ConnectionString = connectionString;
    }

    public string Folder { get; }

    public string? ConnectionString { get; }

    /// <summary>Quite empty, as before a first start.</summary>
    public static async Task<TestDatabase> MakeAsync(Provider provider)
    {
        var folder = NewFolder();
        if (provider == Provider.Sqlite)
            return new TestDatabase(folder, null);

        SkipWithoutPostgres();
        var name = NewName();
        await RunAsync($"CREATE DATABASE {name}");
        return new TestDatabase(folder, AddressOf(name));
    }

    /// <summary>With today's schema and nothing in it: what a first start makes, copied.</summary>
    public static async Task<TestDatabase> MakeReadyAsync(Provider provider)
    {
        var folder = NewFolder();
        if (provider == Provider.Sqlite)
        {
            File.Copy(await Template.FileAsync(), Path.Combine(folder, FileName));
            return new TestDatabase(folder, null);
        }

        SkipWithoutPostgres();
        var name = NewName();
        await RunAsync($"CREATE DATABASE {name} TEMPLATE {await Template.NameAsync()}");
        return new TestDatabase(folder, AddressOf(name));
    }

    public async ValueTask DisposeAsync()
    {
        if (ConnectionString is null)
        {
            SqliteConnection.ClearAllPools();
        }
        else
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
            await RunAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(ConnectionString).Database} WITH (FORCE)");
        }

        Directory.Delete(Folder, recursive: true);
    }

    internal static string AddressOf(string name) =>
        new NpgsqlConnectionStringBuilder(PostgresServer) { Database = name, MaxPoolSize = 20 }.ConnectionString;

    private static string NewFolder() => Directory.CreateTempSubdirectory("rotfeste-test-").FullName;

    private static string NewName() => $"t{Guid.NewGuid():N}";

    private static void SkipWithoutPostgres() =>
        Assert.SkipWhen(PostgresServer is null, "No PostgreSQL: ROTFESTE_TEST_POSTGRES is not set (./test sets it).");

    internal static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(PostgresServer) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
