using Microsoft.Data.Sqlite;
using Npgsql;

namespace Rotfeste.Tests.Hosting;

/// <summary>Which database a test runs on.</summary>
public enum Provider
{
    Sqlite,
    Postgres,
}

/// <summary>An empty database and data folder, thrown away afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Set by ./test: a server on loopback whose user may make databases.</summary>
    private static readonly string? PostgresServer = Environment.GetEnvironmentVariable("ROTFESTE_TEST_POSTGRES");

    private TestDatabase(string folder, string? connectionString)
    {
        Folder = folder;
        ConnectionString = connectionString;
    }

    public string Folder { get; }

    public string? ConnectionString { get; }

    public static async Task<TestDatabase> MakeAsync(Provider provider)
    {
        var folder = Directory.CreateTempSubdirectory("rotfeste-test-").FullName;
        if (provider == Provider.Sqlite)
            return new TestDatabase(folder, null);

        Assert.SkipWhen(PostgresServer is null, "No PostgreSQL: ROTFESTE_TEST_POSTGRES is not set (./test sets it).");
        var name = $"t{Guid.NewGuid():N}";
        await RunAsync($"CREATE DATABASE {name}");
        return new TestDatabase(folder, new NpgsqlConnectionStringBuilder(PostgresServer) { Database = name, MaxPoolSize = 20 }.ConnectionString);
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

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(PostgresServer) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
