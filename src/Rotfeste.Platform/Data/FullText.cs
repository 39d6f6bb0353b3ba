using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Rotfeste.Platform.Data;

/// <summary>
/// Words of one table's rows, found by beginnings: FTS5 on SQLite, a column of Norwegian stems with a GIN index on PostgreSQL. The database
/// keeps both by itself, so whatever erases a row's words erases them here.
/// </summary>
/// <param name="Table">The table; it has a column Organisation.</param>
/// <param name="Id">Its key, a Guid.</param>
/// <param name="At">The column that tells newer from older; an index begins with organisation and this.</param>
/// <param name="Columns">Columns of text; none of them null.</param>
public sealed partial record FullText(string Table, string Id, string At, params string[] Columns)
{
    private const int MostTerms = 10;

    // Fewer letters begin so many words that whoever types them means a word of its own.
    private const int ShortestBeginning = 3;

    private string Index => $"{Table}_words";

    /// <summary>The statements of a migration that make it and fill it from what stands in the table.</summary>
    public IEnumerable<string> Create(bool isSqlite) => isSqlite
        ?
        [
            $"CREATE TABLE {Index}_rows (Number INTEGER NOT NULL PRIMARY KEY, Id TEXT NOT NULL UNIQUE)",
            $"CREATE VIRTUAL TABLE {Index} USING fts5(organisation, words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')",
            $"CREATE TRIGGER {Index}_added AFTER INSERT ON {Table} BEGIN INSERT INTO {Index}_rows (Id) VALUES (new.\"{Id}\"); {Add("new.")} END",
            $"CREATE TRIGGER {Index}_changed AFTER UPDATE OF {string.Join(", ", Columns.Select(c => $"\"{c}\""))} ON {Table} BEGIN {Remove("old.")} {Add("new.")} END",
            $"CREATE TRIGGER {Index}_removed AFTER DELETE ON {Table} BEGIN {Remove("old.")} DELETE FROM {Index}_rows WHERE Id = old.\"{Id}\"; END",
            $"INSERT INTO {Index}_rows (Id) SELECT \"{Id}\" FROM {Table} ORDER BY \"{At}\"",
            $"INSERT INTO {Index} (rowid, organisation, words) SELECT r.Number, replace(t.\"Organisation\", '-', ''), {Text("t.")} FROM {Table} t JOIN {Index}_rows r ON r.Id = t.\"{Id}\"",
        ]
        : [$"CREATE INDEX \"{Index}\" ON {Table} USING gin ({Vector})"];

    /// <summary>
    /// Keys of the newest rows of the chosen organisation in which every word, or a longer one, stands; none for no words. Both databases gather all
    /// rows of all longer words before they give the newest, so where the very words fill the answer, longer ones are not looked for.
    /// </summary>
    /// <exception cref="InvalidOperationException">No organisation is chosen: a bug.</exception>
    public async Task<IReadOnlyList<Guid>> SearchAsync(AppDb db, string words, int most, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var organisation = db.Current.Value ?? throw new InvalidOperationException("Words are searched for in one organisation.");
        var terms = TermsOf(words);
        if (terms.Count == 0)
            return [];

        if (!db.IsSqlite)
            return await OnPostgresAsync(db, organisation.Value, terms, most, cancellation);
        var found = await OnSqliteAsync(db, organisation.Value, terms.Select(t => $"\"{t}\""), most, cancellation);
        return found.Count == most ? found : await OnSqliteAsync(db, organisation.Value, terms.Select(t => IsBeginning(t) ? $"\"{t}\" *" : $"\"{t}\""), most, cancellation);
    }

#pragma warning disable EF1002 // Only names from code are written into the statement; what people typed goes as parameters.
    private async Task<IReadOnlyList<Guid>> OnSqliteAsync(AppDb db, Guid organisation, IEnumerable<string> terms, int most, CancellationToken cancellation) =>
        await db.Database.SqlQueryRaw<Guid>(
            $"SELECT r.Id AS \"Value\" FROM (SELECT rowid AS Number FROM {Index} WHERE {Index} MATCH {{0}} ORDER BY rowid DESC LIMIT {{1}}) f JOIN {Index}_rows r ON r.Number = f.Number",
            $"organisation : \"{organisation:N}\" AND words : ({string.Join(" AND ", terms)})", most)
            .ToListAsync(cancellation);
#pragma warning restore EF1002

    // Letters and digits alone: nothing of what was typed can be a sign of the index's own language.
    internal static IReadOnlyList<string> TermsOf(string words)
    {
        var spaced = new StringBuilder(words.Length);
        foreach (var rune in words.Normalize().EnumerateRunes())
            spaced.Append(Rune.IsLetterOrDigit(rune) ? rune.ToString() : " ");
        return [.. spaced.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostTerms)];
    }

    private static bool IsBeginning(string term) => term.Length >= ShortestBeginning;

    private string Text(string row) => string.Join(" || ' ' || ", Columns.Select(c => $"{row}\"{c}\""));

    private string Add(string row) =>
        $"INSERT INTO {Index} (rowid, organisation, words) SELECT Number, replace({row}\"Organisation\", '-', ''), {Text(row)} FROM {Index}_rows WHERE Id = {row}\"{Id}\";";

    private string Remove(string row) => $"DELETE FROM {Index} WHERE rowid = (SELECT Number FROM {Index}_rows WHERE Id = {row}\"{Id}\");";
}
