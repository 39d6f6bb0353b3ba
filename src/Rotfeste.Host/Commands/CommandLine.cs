using System.CommandLine;
using Rotfeste.Host.Opening;
using Rotfeste.Platform;

namespace Rotfeste.Host.Commands;

/// <summary>All verbs. Standard output carries only a verb's own output; complaints go to standard error.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Data = new("--data") { Description = "Folder for database, pictures and keys (default: data).", Recursive = true };
    private static readonly Option<bool> Demo = new("--demo") { Description = "An invented municipality to look at, in a folder of its own.", Recursive = true };

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await Root().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception cause) when (cause is OpeningRefusedException or FormatException)
        {
            await Console.Error.WriteLineAsync(cause.Message);
            return 2;
        }
    }

    private static RootCommand Root()
    {
        var port = new Option<int>("--port") { Description = "Port (default: 5080).", DefaultValueFactory = _ => 5080 };
        var listen = new Option<string>("--listen") { Description = "IP address to listen on (default: 127.0.0.1).", DefaultValueFactory = _ => "127.0.0.1" };
        var root = new RootCommand("Rotfeste: run your presence in social media on common ground.") { Data, Demo, port, listen };
        root.SetAction((parsed, cancellation) => Serve.RunAsync(
            SettingsOf(parsed, parsed.GetValue(port)), parsed.GetValue(listen)!, parsed.GetValue(port), cancellation));
        root.Subcommands.Add(Ledger());
        root.Subcommands.Add(ArchiveVerify.Archive());
        root.Subcommands.Add(PeopleVerbs.User(parsed => SettingsOf(parsed)));
        root.Subcommands.Add(PeopleVerbs.Organisation(parsed => SettingsOf(parsed)));
        root.Subcommands.Add(InitiativeVerbs.Initiative(parsed => SettingsOf(parsed)));
        root.Subcommands.Add(ListeningVerbs.Listening(parsed => SettingsOf(parsed)));
        root.Subcommands.Add(MatchVerb.Command());
        root.Subcommands.Add(BackUp());
        root.Subcommands.Add(Restore());
        root.Subcommands.Add(WavesVerb.Command());
        root.Subcommands.Add(LanguageVerb.Command());
        return root;
    }

    private static Command Ledger()
    {
        var expect = new Option<string?>("--expect") { Description = "A head noted earlier that must still be part of a chain." };
        var file = new Argument<string?>("file") { Description = "An exported agreement to check instead, without the database.", Arity = ArgumentArity.ZeroOrOne };
        var verify = new Command("verify", "Reads every chain of the ledger and says at which entry one breaks.") { file, expect };
        verify.SetAction((parsed, cancellation) => parsed.GetValue(file) is { } exported
            ? FileVerify.RunAsync(exported, cancellation)
            : LedgerVerify.RunAsync(SettingsOf(parsed), parsed.GetValue(expect), cancellation));
        return new Command("ledger", "The append-only record of who did what.") { verify };
    }

    private static Command BackUp()
    {
        var file = new Argument<string>("file") { Description = "Where to write it (.tar.gz)." };
        var command = new Command("backup", "Writes database, pictures and keys into one file, also while the server runs.") { file };
        command.SetAction((parsed, _) => OfFileAsync(parsed.GetValue(file)!, name => Verb.WithDatabaseAsync(
            SettingsOf(parsed), (db, settings) => Backup.WriteAsync(db, settings, name))));
        return command;
    }

    private static Command Restore()
    {
        var file = new Argument<string>("file") { Description = "A backup." };
        var command = new Command("restore", "Puts a backup into an empty data folder.") { file };
        command.SetAction((parsed, _) => OfFileAsync(parsed.GetValue(file)!, name => Backup.RestoreAsync(SettingsOf(parsed), name)));
        return command;
    }

    private static async Task OfFileAsync(string file, Func<string, Task> work)
    {
        try
        {
            await work(file);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new OpeningRefusedException($"{file}: {cause.Message}");
        }
    }

    private static Settings SettingsOf(ParseResult parsed, int? port = null)
    {
        var given = new Dictionary<string, string?>();
        if (parsed.GetValue(Demo))
            given["ROTFESTE_DEMO"] = "true";
        if (parsed.GetValue(Data) is { } data)
            given["ROTFESTE_DATA"] = data;
        else if (parsed.GetValue(Demo))
            given["ROTFESTE_DATA"] = "data-demo";
        if (port is { } chosen && Environment.GetEnvironmentVariable("ROTFESTE_URL") is null)
            given["ROTFESTE_URL"] = $"http://localhost:{chosen}";
        return Settings.From(new ConfigurationBuilder().AddEnvironmentVariables().AddInMemoryCollection(given).Build());
    }
}
