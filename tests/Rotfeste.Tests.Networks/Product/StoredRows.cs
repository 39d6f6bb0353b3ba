using Microsoft.Data.Sqlite;

namespace Rotfeste.Tests.Networks.Product;

/// <summary>Looks into the product's database, reading only: for what no page shows, such as that a row is there exactly once.</summary>
internal static class StoredRows
{
    /// <summary>The first column of all rows.</summary>
    public static IReadOnlyList<string> Ask(ProductSettings product, string sql, params (string Name, object Value)[] parameters)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(product.DataFolder, "rotfeste.db"),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetValue(0).ToString() ?? "");
        }

        return rows;
    }

    /// <summary>Tables that hold these words anywhere, as text or bytes.</summary>
    public static IReadOnlyList<string> TablesHolding(ProductSettings product, string words) =>
    [
        .. from table in Ask(product, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
           let columns = Ask(product, $"SELECT name FROM pragma_table_info('{table}')")
           where columns.Any(column => Ask(
               product, $"SELECT 1 FROM \"{table}\" WHERE instr(CAST(\"{column}\" AS TEXT), @words) > 0 LIMIT 1", ("@words", words)).Count > 0)
           select table,
    ];

    /// <summary>How often each of the posts lies in the store; a post that is missing is missing here.</summary>
    public static IReadOnlyDictionary<string, int> TimesStored(ProductSettings product, IEnumerable<string> uris)
    {
        var wanted = uris.ToHashSet();
        return Ask(product, "SELECT Uri FROM listening_posts").Where(wanted.Contains).GroupBy(uri => uri).ToDictionary(uri => uri.Key, uri => uri.Count());
    }
}
