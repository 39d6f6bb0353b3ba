using Npgsql;

namespace Rotfeste.Host.Opening;

/// <summary>On PostgreSQL one server a database, too, until presence and signals go through the database.</summary>
internal static class SecondNode
{
    private const long Key = 0x526F74_4E6F6465;

    /// <summary>Holds the database for as long as the connection is open.</summary>
    /// <exception cref="OpeningRefusedException">Not reached, or another server has it.</exception>
    public static async Task<NpgsqlConnection> RefuseAsync(string database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false, KeepAlive = 30 }.ConnectionString);
        try
        {
            await connection.OpenAsync();
        }
        catch (NpgsqlException cause)
        {
            await connection.DisposeAsync();
            throw new OpeningRefusedException($"PostgreSQL cannot be reached: {cause.GetBaseException().Message}");
        }

        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = Key } } };
        if (await command.ExecuteScalarAsync() is true)
            return connection;

        await connection.DisposeAsync();
        throw new OpeningRefusedException("Another Rotfeste is running on this database. Stop it first.");
    }
}
