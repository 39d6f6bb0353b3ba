using System.CommandLine;
using System.Text.Json;
using Rotfeste.Host.Opening;
using Rotfeste.Matching;

namespace Rotfeste.Host.Commands;

/// <summary><c>match</c>: which searches do posts fit? It needs neither database nor server.</summary>
internal static class MatchVerb
{
    public static Command Command()
    {
        var searches = new Option<string>("--searches") { Description = "Searches as JSON: [{\"id\":\"q1\",\"query\":\"…\"}].", Required = true };
        var posts = new Option<string?>("--in") { Description = "Posts, one JSON object a line (default: standard input)." };
        var format = new Option<string>("--format") { Description = "posts or jetstream (default: posts).", DefaultValueFactory = _ => "posts" };
        format.AcceptOnlyFromAmong("posts", "jetstream");
        var command = new Command("match", "Holds searches against posts and prints the hits, a line of JSON for each post with one.") { searches, posts, format };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(searches)!, parsed.GetValue(posts), Enum.Parse<Matching.Lines.PostFormat>(parsed.GetValue(format)!, ignoreCase: true), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string searches, string? posts, Matching.Lines.PostFormat format, CancellationToken cancellation)
    {
        if (await ReadAsync(Path(searches), cancellation) is not { } index)
            return 2;
        await using var input = posts is null ? Console.OpenStandardInput() : Open(Path(posts));
        await using var output = Console.OpenStandardOutput();
        var run = new MatchRun(index, format, Console.Error, isTerminal: !Console.IsErrorRedirected);
        await run.RunAsync(input, output, cancellation);
        return 0;
    }

    // ./run goes to its own folder; a path is meant from where it was called.
    private static string Path(string path) =>
        System.IO.Path.Combine(Environment.GetEnvironmentVariable("ROTFESTE_CALLED_FROM") ?? Environment.CurrentDirectory, path);

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, useAsync: false);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new OpeningRefusedException(cause.Message);
        }
    }

    private static async Task<MatchIndex<string>?> ReadAsync(string path, CancellationToken cancellation)
    {
        SavedQuery[] saved;
        try
        {
            await using var file = Open(path);
            saved = await JsonSerializer.DeserializeAsync<SavedQuery[]>(file, JsonSerializerOptions.Web, cancellation) ?? [];
        }
        catch (JsonException cause)
        {
            throw new OpeningRefusedException($"{path} is not a list of searches: {cause.Message}");
        }

        var read = new Dictionary<string, Query>(StringComparer.Ordinal);
        var order = new List<KeyValuePair<string, Query>>();
        var isSound = true;
        foreach (var (at, (id, text)) in saved.Index())
        {
            var complaint = Add(id, text, read, order);
            if (complaint is not null)
                await Console.Error.WriteLineAsync($"{id ?? $"search number {at + 1}"}: {complaint}");
            isSound &= complaint is null;
        }

        return isSound ? MatchIndex<string>.Build(order) : null;
    }

    private static string? Add(string? id, string? text, Dictionary<string, Query> read, List<KeyValuePair<string, Query>> order)
    {
        if (id is null || text is null)
            return "A search needs an id and a query.";
        if (!Query.TryParse(text, out var query, out var refusal))
            return RefusalWords.Of(text, refusal);
        if (!read.TryAdd(id, query))
            return "This id comes twice.";
        order.Add(new(id, query));
        return null;
    }

    private sealed record SavedQuery(string? Id, string? Query);
}
