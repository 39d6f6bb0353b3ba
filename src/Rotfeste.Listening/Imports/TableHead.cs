using System.Text;
using Rotfeste.Listening.Intakes;

namespace Rotfeste.Listening.Imports;

/// <summary>The first row of a table: which column is what, and what stands between columns (comma, semicolon or tab).</summary>
internal sealed class TableHead
{
    private readonly char between;
    private readonly List<string> columns;

    public TableHead(string row)
    {
        between = ((char[])[',', ';', '\t']).MaxBy(sign => row.Count(c => c == sign));
        columns = [.. Cut(row, between).Select(c => c.Trim().ToLowerInvariant())];
    }

    /// <summary>Whether it names what a post needs.</summary>
    public bool IsWhole => columns.Contains("text") && columns.Contains("at");

    public SourcePost? Read(string row, string prefix)
    {
        var values = Cut(row, between);
        return PostJson.Of(prefix, name => columns.IndexOf(name) is >= 0 and var at && at < values.Count ? values[at] : "", [], []);
    }

    // RFC 4180: a value in quotation marks may hold anything, with "" for one of them.
    private static List<string> Cut(string row, char between)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < row.Length; at++)
        {
            var sign = row[at];
            if (sign == '"' && isQuoted && at + 1 < row.Length && row[at + 1] == '"')
                value.Append(row[at++]);
            else if (sign == '"')
                isQuoted = !isQuoted;
            else if (sign == between && !isQuoted)
                values.Add(Take(value));
            else
                value.Append(sign);
        }

        values.Add(Take(value));
        return values;
    }

    private static string Take(StringBuilder value)
    {
        var text = value.ToString();
        value.Clear();
        return text;
    }
}
