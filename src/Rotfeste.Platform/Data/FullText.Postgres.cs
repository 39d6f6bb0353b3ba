using Microsoft.EntityFrameworkCore;

namespace Rotfeste.Platform.Data;

// PostgreSQL's index of words knows nothing of time: for a word of every tenth row of millions it names them all, and each is fetched before the
// newest are known. So each row's words carry marks of whose it is and when it was said, and the newest stretch is asked first, then ones eight
// times as long.
public sealed partial record FullText
{
    private const string Stems = "Stems";
    private const long Day = 86_400_000_000;

    // No word begins with these signs.
    private const string Ever = "@";
    private static readonly (string Sign, long Length)[] Stretches = [("#", Day), ("%", 8 * Day), ("$", 64 * Day)];

    // The end of a key is chance: enough of it to tell organisations apart, and the organisation itself is compared as well.
    private const int OwnerLength = 12;

    private string Vector => $"to_tsvector('norwegian'::regconfig, {Text("")})";

    private static string Owner => $"right(\"Organisation\"::text, {OwnerLength})";

    private string Marks => string.Join(", ", Stretches.Select(s => $"'{s.Sign}' || {Owner} || '.' || (\"{At}\" / {s.Length})::text").Prepend($"'{Ever}' || {Owner}"));

    /// <summary>
    /// The statements of a later migration on PostgreSQL: words and marks stand in a column of their own, where they are not taken out of the text
    /// again for each search.
    /// </summary>
    public IEnumerable<string> Store() =>
    [
        $"DROP INDEX \"{Index}\"",
        $"ALTER TABLE {Table} ADD COLUMN \"{Stems}\" tsvector GENERATED ALWAYS AS (strip({Vector}) || array_to_tsvector(ARRAY[{Marks}])) STORED",
        $"CREATE INDEX \"{Index}\" ON {Table} USING gin (\"{Stems}\") WITH (fastupdate = off)",
    ];

#pragma warning disable EF1002 // Only names from code are written into the statement; what people typed goes as parameters.
    private async Task<IReadOnlyList<Guid>> OnPostgresAsync(AppDb db, Guid organisation, IReadOnlyList<string> terms, int most, CancellationToken cancellation)
    {
        // For this search alone: room to know a million rows one by one, and never a look at all of them.
        await using var search = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        if (search is not null)
            await db.Database.ExecuteSqlRawAsync("SELECT set_config('work_mem', '64MB', true), set_config('enable_seqscan', 'off', true)", cancellation);
        var newest = await db.Database.SqlQueryRaw<long?>($"SELECT max(\"{At}\") AS \"Value\" FROM {Table} WHERE \"Organisation\" = {{0}}", organisation).ToListAsync(cancellation);
        if (newest[0] is not { } last)
            return [];

        var words = string.Join(" & ", terms.Select(t => $"'{t}'"));
        var longer = string.Join(" & ", terms.Select(t => IsBeginning(t) ? $"'{t}':*" : $"'{t}'"));
        var owner = organisation.ToString()[^OwnerLength..];
        var stretches = Stretches.Select(s => $"'{s.Sign}{owner}.{last / s.Length}' | '{s.Sign}{owner}.{(last / s.Length) - 1}'").ToList();
        foreach (var (said, within) in stretches.Select(s => (words, s)).Concat(stretches.Skip(1).Select(s => (longer, s))))
        {
            var found = await FindAsync(said, within);
            if (found.Count == most)
                return found;
        }

        return await FindAsync(longer, $"'{Ever}{owner}'");

        // Words of which nothing is left, as "og", find nothing: the marks alone would find all.
        async Task<List<Guid>> FindAsync(string said, string within) => await db.Database.SqlQueryRaw<Guid>(
            $$"""
            SELECT "{{Id}}" AS "Value" FROM (
              SELECT "{{Id}}", "{{At}}" FROM {{Table}}
              WHERE "Organisation" = {0} AND numnode(to_tsquery('norwegian', {1})) > 0 AND "{{Stems}}" @@ (to_tsquery('norwegian', {1}) && {2}::tsquery)
              OFFSET 0) f
            ORDER BY "{{At}}" DESC LIMIT {3}
            """,
            organisation, said, within, most).ToListAsync(cancellation);
    }
#pragma warning restore EF1002
}
