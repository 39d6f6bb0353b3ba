using Rotfeste.Platform;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.Host.Commands;

/// <summary><c>ledger verify</c>: one line a chain; exit code 1 when one breaks or the expected head is gone.</summary>
internal static class LedgerVerify
{
    public static async Task<int> RunAsync(Settings settings, string? expected, CancellationToken cancellation)
    {
        IReadOnlyList<ChainState> chains = [];
        await Verb.WithServicesAsync(settings, async services =>
            chains = await services.GetRequiredService<LedgerCheck>().RunAsync(expected, cancellation));

        foreach (var chain in chains)
        {
            var name = chain.Chain == default ? "installation" : chain.Chain.ToString();
            Console.WriteLine(chain.BrokenAt is { } at
                ? $"{name}: broken at entry {at}; sound before it, head {chain.Head}"
                : $"{name}: {chain.Entries} entries, head {chain.Head}");
        }

        var expectedSeen = expected is null || chains.Any(c => c.Holds);
        if (!expectedSeen)
            Console.WriteLine($"The head {expected} is in no chain: entries were taken away.");
        return expectedSeen && chains.All(c => c.BrokenAt is null) ? 0 : 1;
    }
}
