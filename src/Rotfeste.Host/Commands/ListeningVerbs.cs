using System.CommandLine;
using System.Globalization;
using Rotfeste.Listening;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;

namespace Rotfeste.Host.Commands;

/// <summary><c>listening import</c>: a file of posts, read beside a running server; started again it goes on where it was.</summary>
internal static class ListeningVerbs
{
    public static Command Listening(Func<ParseResult, Settings> settings)
    {
        var organisation = new Argument<string>("organisation") { Description = "The organisation, as its addresses begin." };
        var file = new Argument<string>("file") { Description = "JSON lines or a table (CSV); docs/sources.md says how they are written." };
        var all = new Option<bool>("--all") { Description = "Every post becomes a mention, not only what searches find." };
        var import = new Command("import", "Reads posts from a file. Interrupted, it goes on where it was when it is started again.") { organisation, file, all };
        import.SetAction((parsed, cancellation) => ImportAsync(
            settings(parsed), parsed.GetValue(organisation)!, parsed.GetValue(file)!, parsed.GetValue(all), cancellation));
        return new Command("listening", "What is said about an organisation.") { import };
    }

    private static async Task<int> ImportAsync(Settings settings, string slug, string file, bool all, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            return await RefuseAsync($"{file} was not found.");
        ImportProgress? last = null;
        var isThere = true;
        await Verb.WithServicesAsync(settings, async scope =>
        {
            if (await scope.GetRequiredService<Organisations>().FindAsync(slug, cancellation) is not { } organisation)
                isThere = false;
            else
                await ListeningRoom.ImportAsync(scope, organisation.Id, file, all, progress => Show(last = progress), cancellation);
        });
        if (!isThere || last is null)
            return await RefuseAsync($"There is no organisation {slug} here.");
        if (last.Bad > 0)
            await Console.Error.WriteLineAsync($"{last.Bad} lines are no posts: {last.WrongLines}{(last.Bad > 20 ? " and more" : "")}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{last.Lines} lines, {last.Received} posts, {last.Found} new mentions"));
        return 0;
    }

    private static void Show(ImportProgress progress)
    {
        if (!Console.IsErrorRedirected)
            Console.Error.Write($"\r{100 * progress.Bytes / Math.Max(1, progress.Size)} %, {progress.Lines} lines ");
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
