using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using Rotfeste.Bench.Grounds;

namespace Rotfeste.Bench.Inboxes;

/// <summary>Carries all rows of a SQLite file into an empty PostgreSQL database of the same schema, so that both are measured over the same rows.</summary>
internal static class TableCopy
{
    private const string History = "__EFMigrationsHistory";

    public static async Task RunAsync(Ground from, Ground to)
    {
        await using var source = (SqliteConnection)await from.LookAsync();
        await using var target = (NpgsqlConnection)await to.LookAsync();
        var columns = await ColumnsAsync(target);

        // In the order of their names: no row waits for another.
        await RunAsync(target, "SET session_replication_role = replica");
        await RunAsync(target, $"TRUNCATE {string.Join(',', columns.Select(t => Quoted(t.Key)))} CASCADE");
        var indexes = await IndexesAsync(target);
        await RunAsync(target, $"DROP INDEX {string.Join(',', indexes.Select(i => Quoted(i.Name)))}");
        foreach (var table in columns)
            await CopyAsync(source, target, table.Key, [.. table]);
        await RunAsync(target, "SET maintenance_work_mem = '512MB'");
        foreach (var (_, definition) in indexes)
            await RunAsync(target, definition);
        await RunAsync(target, "ANALYZE");
    }

    // What the database works out by itself is not carried.
    private static async Task<ILookup<string, Column>> ColumnsAsync(NpgsqlConnection target)
    {
        await using var command = target.CreateCommand();
        command.CommandText = $"""
            SELECT table_name, column_name, data_type, is_identity = 'YES' FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name <> '{History}' AND is_generated = 'NEVER' ORDER BY table_name, ordinal_position
            """;
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<Column>();
        while (await rows.ReadAsync())
            found.Add(new Column(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetBoolean(3)));
        return found.ToLookup(c => c.Table);
    }

    // To build them once is many times faster than to add each row to them.
    private static async Task<IReadOnlyList<(string Name, string Definition)>> IndexesAsync(NpgsqlConnection target)
    {
        await using var command = target.CreateCommand();
        command.CommandText = """
            SELECT i.indexname, i.indexdef FROM pg_indexes i
            WHERE i.schemaname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)
            """;
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<(string, string)>();
        while (await rows.ReadAsync())
            found.Add((rows.GetString(0), rows.GetString(1)));
        return found;
    }

    private static async Task CopyAsync(SqliteConnection source, NpgsqlConnection target, string table, IReadOnlyList<Column> columns)
    {
        var names = string.Join(',', columns.Select(c => Quoted(c.Name)));
        await using var reading = source.CreateCommand();
        reading.CommandText = $"SELECT {names} FROM {Quoted(table)}";
        await using (var rows = await reading.ExecuteReaderAsync())
        await using (var writing = await target.BeginBinaryImportAsync($"COPY {Quoted(table)} ({names}) FROM STDIN (FORMAT BINARY)"))
        {
            while (await rows.ReadAsync())
            {
                await writing.StartRowAsync();
                for (var at = 0; at < columns.Count; at++)
                    await WriteAsync(writing, rows.GetValue(at), columns[at].Type);
            }

            await writing.CompleteAsync();
        }

        foreach (var identity in columns.Where(c => c.IsIdentity))
        {
            await RunAsync(target, $"""
                SELECT setval(pg_get_serial_sequence('{Quoted(table)}', '{identity.Name}'), (SELECT COALESCE(MAX({Quoted(identity.Name)}), 0) + 1 FROM {Quoted(table)}), false)
                """);
        }
    }

    private static Task WriteAsync(NpgsqlBinaryImporter writing, object value, string type) => (value, type) switch
    {
        (DBNull, _) => writing.WriteNullAsync(),
        (_, "uuid") => writing.WriteAsync(Guid.Parse((string)value), NpgsqlDbType.Uuid),
        (_, "boolean") => writing.WriteAsync((long)value != 0, NpgsqlDbType.Boolean),
        (_, "bigint") => writing.WriteAsync((long)value, NpgsqlDbType.Bigint),
        (_, "integer") => writing.WriteAsync((int)(long)value, NpgsqlDbType.Integer),
        (_, "double precision") => writing.WriteAsync(Convert.ToDouble(value, CultureInfo.InvariantCulture), NpgsqlDbType.Double),
        (_, "bytea") => writing.WriteAsync((byte[])value, NpgsqlDbType.Bytea),
        (_, "jsonb") => writing.WriteAsync((string)value, NpgsqlDbType.Jsonb),
        (_, "text") => writing.WriteAsync((string)value, NpgsqlDbType.Text),
        _ => throw new InvalidOperationException($"No way to carry {type}."),
    };

    private static async Task RunAsync(NpgsqlConnection target, string sql)
    {
        await using var command = target.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    private static string Quoted(string name) => $"\"{name}\"";

    private sealed record Column(string Table, string Name, string Type, bool IsIdentity);
}
