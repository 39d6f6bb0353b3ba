using System.Data.Common;
using Rotfeste.Bench.Grounds;
using Rotfeste.Bench.Ingest;

namespace Rotfeste.Bench.Inboxes;

/// <summary>Keeps the inbox open: when the page is told that something came, looks for what came and opens it as the page would.</summary>
internal sealed class ScreenWatch(Uri address, string cookie, DbConnection connection, Expected expected)
{
    private const string Arrived = """
        SELECT p."Uri", c."Conversation" FROM listening_posts p JOIN dialogue_conversation_posts c ON c."Organisation" = p."Organisation" AND c."Post" = p."Id"
        WHERE p."Organisation" = (SELECT "Id" FROM people_organisations) AND p."CreatedAt" >= @since
        """;

    public async Task RunAsync(CancellationToken over)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        using var stream = new StreamReader(await http.GetStreamAsync("/fjellvik/live", over));
        try
        {
            while (await stream.ReadLineAsync(over) is { } line)
            {
                if (line == "data: inbox")
                    await LookAsync(http, over);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private async Task LookAsync(HttpClient http, CancellationToken over)
    {
        if (expected.OldestConversation is not { } since)
            return;
        foreach (var (uri, conversation) in await ArrivedAsync(since))
        {
            if (!expected.IsConversationOutstanding(uri))
                continue;
            using var page = await http.GetAsync($"/fjellvik/inbox/{conversation}", over);
            page.EnsureSuccessStatusCode();
            expected.SeeConversation(uri);
        }
    }

    private async Task<IReadOnlyList<(string Uri, Guid Conversation)>> ArrivedAsync(long since)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Arrived;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("since", since);
        command.Parameters.Add(parameter);
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<(string, Guid)>();
        while (await rows.ReadAsync())
            found.Add((rows.GetString(0), rows.GetGuid(1)));
        return found;
    }
}
