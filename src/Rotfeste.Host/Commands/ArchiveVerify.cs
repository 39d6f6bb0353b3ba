using System.CommandLine;
using Rotfeste.Dialogue.Contracts;

namespace Rotfeste.Host.Commands;

/// <summary><c>archive verify FILE</c>: checks a file for the archive without the database; exit code 1 when it does not hold.</summary>
internal static class ArchiveVerify
{
    public static Command Archive()
    {
        var file = new Argument<string>("file") { Description = "A file fetched from the page of what goes to the archive (.zip)." };
        var verify = new Command("verify", "Compares every file in it with its manifest, and shows the hash that stands in the ledger.") { file };
        verify.SetAction((parsed, _) => RunAsync(parsed.GetValue(file)!));
        return new Command("archive", "Conversations that were packed for the archive.") { verify };
    }

    private static async Task<int> RunAsync(string file)
    {
        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"There is no file {file}.");
            return 2;
        }

        try
        {
            await using var content = File.OpenRead(file);
            var verdict = ArchiveFile.Check(content);
            foreach (var fault in verdict.Faults)
                Console.WriteLine($"BROKEN: {fault}");
            Console.WriteLine($"{(verdict.Faults.Count == 0 ? "Sound" : "Agree")}: {verdict.Files} files of {verdict.Organisation}, SHA-256 {verdict.Hash}");
            return verdict.Faults.Count == 0 ? 0 : 1;
        }
        catch (InvalidDataException cause)
        {
            Console.WriteLine($"BROKEN: {cause.Message}");
            return 1;
        }
    }
}
