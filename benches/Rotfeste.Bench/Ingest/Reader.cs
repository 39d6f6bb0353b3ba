using System.Data.Common;
using System.Globalization;
using Rotfeste.Bench.Grounds;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Bench.Ingest;

/// <summary>Looks at committed rows every few milliseconds, from a connection of its own.</summary>
internal sealed class Reader(DbConnection connection, IReadOnlyList<OrganisationId> organisations, Expected expected)
{
    private const string Mentions = """
        SELECT p."Uri" FROM listening_posts p JOIN listening_mentions m ON m."Organisation" = p."Organisation" AND m."Post" = p."Id"
        WHERE p."Organisation" IN ({0}) AND p."CreatedAt" >= @since
        """;

    private const string Conversations = """
        SELECT p."Uri" FROM listening_posts p JOIN dialogue_conversation_posts c ON c."Organisation" = p."Organisation" AND c."Post" = p."Id"
        WHERE p."Organisation" IN ({0}) AND p."CreatedAt" >= @since
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await SeeAsync(Mentions, expected.OldestMention, expected.SeeMention);
            await SeeAsync(Conversations, expected.OldestConversation, expected.SeeConversation);
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    /// <summary>How many rows a table holds, of these organisations.</summary>
    public static async Task<long> CountAsync(Ground ground, IReadOnlyList<OrganisationId> organisations, string table, string where = "1 = 1")
    {
        await using var connection = await ground.LookAsync();
        await using var command = Command(connection, $$"""SELECT COUNT(*) FROM {{table}} WHERE "Organisation" IN ({0}) AND {{where}}""", organisations);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private async Task SeeAsync(string sql, long? since, Action<string> see)
    {
        if (since is null)
            return;
        await using var command = Command(connection, sql, organisations);
        Add(command, "since", since.Value);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            see(rows.GetString(0));
    }

    private static DbCommand Command(DbConnection connection, string sql, IReadOnlyList<OrganisationId> organisations)
    {
        var command = connection.CreateCommand();
        command.CommandText = string.Format(CultureInfo.InvariantCulture, sql, string.Join(',', organisations.Select((_, at) => $"@o{at}")));
        for (var at = 0; at < organisations.Count; at++)
            Add(command, $"o{at}", organisations[at].Value);
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
