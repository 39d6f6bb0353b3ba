using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Bench.Grounds;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Searches;
using Rotfeste.Platform.Data;

namespace Rotfeste.Bench.Overviews;

/// <summary>
/// Writes a million mentions of ninety days, found by twenty searches, with posts of four languages and the sums that the product would have
/// kept; in statements of the database, for a million rows through the product's own ways take longer than anybody waits.
/// </summary>
internal static class ManyMentions
{
    /// <summary>Raised when other rows are written.</summary>
    public const int Edition = 1;

    public const int All = 1_000_000;
    private const int Searches = 20;
    private const long Days = 90;

    public static async Task WriteAsync(Founded founded, IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDb>();
        var now = SystemClock.Instance.GetCurrentInstant();
        for (var number = 0; number < Searches; number++)
        {
            var (id, kind) = (SearchId.From(new Guid(number, 0, 0, new byte[8])), (SearchKind)(number % 3));
            db.Add(new Search { Id = id, Organisation = founded.Organisation, Name = $"Search {number}", Query = $"ord{number}", Kind = kind, CreatedAt = now - Duration.FromDays(120) });
        }

        await db.SaveChangesAsync();
        var organisation = founded.Organisation.Value.ToString().ToUpperInvariant();
        var start = (now - Duration.FromDays((int)Days)).ToUnixTimeTicks() / 10;
        foreach (var statement in Statements(organisation, start))
            await db.WriteAsync(() => db.Database.ExecuteSqlRawAsync(statement), default);
    }

    private static IEnumerable<string> Statements(string organisation, long start)
    {
        const string Numbers = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999999)";
        const string Language = "CASE i % 10 WHEN 0 THEN 'nn' WHEN 1 THEN 'en' WHEN 2 THEN 'da' ELSE 'nb' END";
        var at = $"({start} + i * {Days * 24 * 3600 * 1_000_000 / All})";
        string Id(string kind) => $"printf('{kind}-0000-7000-8000-%012X', i)";
        yield return $$"""
            {{Numbers}} INSERT INTO listening_posts ("Id", "Organisation", "Network", "Uri", "ContentId", "AuthorAccount", "AuthorHandle", "AuthorName", "AuthorKey", "Text", "IsCut",
              "Languages", "Language", "IsLanguageGuessed", "Tags", "CreatedAt", "StoredAt", "MentionedAccounts", "Links", "Pictures", "IsOurs", "AwaitsName", "SeenUs")
            SELECT {{Id("00000001")}}, '{{organisation}}', CASE i % 4 WHEN 0 THEN 'mastodon' ELSE 'bluesky' END, 'at://did:plc:bench/app.bsky.feed.post/' || i, 'cid', 'did:plc:' || (i % 5000),
              'h' || (i % 5000), 'Person ' || (i % 5000), 'k' || (i % 5000), 'ord' || (i % 20) || ' og ord' || (i * 7 % 900) || ' i kommunen, sak ' || (i * 31 % 4000) || ' om vei' || (i / 4000) || ' til skolen',
              0, '[]', {{Language}}, 1, '[]', {{at}}, {{at}}, '[]', '[]', '[]', 0, 0, 0 FROM n
            """.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        yield return $"""
            {Numbers} INSERT INTO listening_mentions ("Id", "Organisation", "Post", "At", "FoundAt", "Source", "Language", "LikeGroup", "IsFirst")
            SELECT {Id("00000002")}, '{organisation}', {Id("00000001")}, {at}, {at}, CASE i % 4 WHEN 0 THEN 'mastodon' ELSE 'bluesky' END, {Language}, {Id("00000003")}, 1 FROM n
            """;
        yield return $"""
            {Numbers} INSERT INTO listening_hits ("Mention", "Search", "Organisation", "At")
            SELECT {Id("00000002")}, printf('%08X-0000-0000-0000-000000000000', i % {Searches}), '{organisation}', {at} FROM n
            """;
        const string Hour = """ "At" / 3600000000 * 3600000000""";
        const string AllSearches = "00000000-0000-0000-0000-000000000000";
        yield return $"""INSERT INTO listening_counts SELECT "Organisation", "Search", {Hour}, COUNT(*) FROM listening_hits WHERE "Search" <> '{AllSearches}' GROUP BY 1, 2, 3""";
        yield return $"""INSERT INTO listening_counts SELECT "Organisation", '{AllSearches}', {Hour}, COUNT(*) FROM listening_mentions GROUP BY 1, 2, 3""";
        foreach (var by in (string[])["Source", "Language"])
        {
            yield return $"""
                INSERT INTO listening_part_counts SELECT h."Organisation", h."Search", '{by}', h."At" / 3600000000 * 3600000000, m."{by}", COUNT(*)
                FROM listening_hits h JOIN listening_mentions m ON m."Id" = h."Mention" WHERE h."Search" <> '{AllSearches}' GROUP BY 1, 2, 3, 4, 5
                """;
            yield return $"""INSERT INTO listening_part_counts SELECT "Organisation", '{AllSearches}', '{by}', {Hour}, "{by}", COUNT(*) FROM listening_mentions GROUP BY 1, 2, 3, 4, 5""";
        }
    }
}
