using System.CommandLine;
using Rotfeste.Initiatives;
using Rotfeste.Platform;

namespace Rotfeste.Host.Commands;

/// <summary><c>initiative export</c>: what was agreed, as one file that <c>ledger verify FILE</c> checks elsewhere.</summary>
internal static class InitiativeVerbs
{
    public static Command Initiative(Func<ParseResult, Settings> settings)
    {
        var id = new Argument<Guid>("id") { Description = "The initiative, as its address ends." };
        var export = new Command("export", "Prints what was agreed on an initiative as one JSON file.") { id };
        export.SetAction((parsed, cancellation) => ExportAsync(settings(parsed), parsed.GetValue(id), cancellation));
        return new Command("initiative", "Initiatives and what was agreed on them.") { export };
    }

    private static async Task<int> ExportAsync(Settings settings, Guid id, CancellationToken cancellation)
    {
        byte[]? file = null;
        await Verb.WithServicesAsync(settings, async scope => file = await InitiativesRoom.ExportAsync(scope, id, cancellation));
        if (file is null)
        {
            await Console.Error.WriteLineAsync($"There is no initiative {id} here.");
            return 1;
        }

        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(file, cancellation);
        return 0;
    }
}
