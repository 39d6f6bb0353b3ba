using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Rotfeste.Platform;

namespace Rotfeste.Bench.Grounds;

/// <summary>A fresh data folder and database for one run; gone afterwards.</summary>
internal sealed class Ground : IDisposable
{
    private static readonly string? PostgresServer = Environment.GetEnvironmentVariable("ROTFESTE_TEST_POSTGRES");

    private Ground(string? connection) => Connection = connection;

    public string Folder { get; } = Directory.CreateTempSubdirectory("rotfeste-bench-").FullName;

    /// <summary>A PostgreSQL connection string; null is SQLite in the folder.</summary>
    public string? Connection { get; }

    public string SqliteFile => Path.Combine(Folder, "rotfeste.db");

    public static Ground OnSqlite() => new(null);

    /// <summary>Null where ./bench started no PostgreSQL.</summary>
    public static async Task<Ground?> OnPostgresAsync()
    {
        if (PostgresServer is null)
            return null;
        var name = $"bench{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(PostgresServer) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return new Ground(new NpgsqlConnectionStringBuilder(PostgresServer) { Database = name }.ConnectionString);
    }

    public Settings Settings => SettingsOf(Folder, Connection);

    public static Settings SettingsOf(string folder, string? connection) =>
        new(folder, connection, new Uri("http://localhost:5080"), [], [], [], null, null, null, false);

    /// <summary>A connection beside the product's own, for looking.</summary>
    public async Task<DbConnection> LookAsync()
    {
        DbConnection connection = Connection is null
            ? new SqliteConnection($"Data Source={SqliteFile};Pooling=False")
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Connection) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
