using System.Globalization;
using NodaTime;
using Rotfeste.Agreements.Contracts;

namespace Rotfeste.Host.Commands;

/// <summary><c>ledger verify FILE</c>: checks an exported agreement without the database; exit code 1 when it does not hold.</summary>
internal static class FileVerify
{
    public static async Task<int> RunAsync(string file, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"There is no file {file}.");
            return 2;
        }

        var verdict = AgreementFile.Check(await File.ReadAllBytesAsync(file, cancellation));
        foreach (var fault in verdict.Faults)
            Console.WriteLine($"BROKEN: {fault}");
        if (verdict.Faults.Count > 0)
            return 1;

        Console.WriteLine($"Sound: {verdict.Entries} entries, {verdict.Versions.Count} versions, {verdict.Erased} erased texts, head {verdict.Head}");
        foreach (var answer in verdict.Answers)
        {
            var at = Instant.FromUnixTimeTicks(answer.At * 10).ToString("uuuu-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            Console.WriteLine($"{at}  {answer.Name}: {answer.Kind} to version {answer.Version} ({string.Join(' ', verdict.Versions[answer.Version].Select(h => h[..12]))})");
        }

        return 0;
    }
}
