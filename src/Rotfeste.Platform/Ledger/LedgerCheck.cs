using Microsoft.EntityFrameworkCore;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Platform.Ledger;

/// <summary>Where a chain stands, or the first entry at which it breaks.</summary>
/// <param name="Chain">The organisation, or the default id for the installation's own.</param>
/// <param name="Entries">How many were read.</param>
/// <param name="Head">Hash of the last sound entry; empty when there is none.</param>
/// <param name="BrokenAt">Sequence of the first unsound entry, or null.</param>
/// <param name="Holds">Whether the expected head was seen; true when none was asked for.</param>
public sealed record ChainState(OrganisationId Chain, long Entries, string Head, long? BrokenAt, bool Holds);

/// <summary>Reads every chain from its first entry and recomputes it.</summary>
public sealed class LedgerCheck(AppDb db)
{
    /// <summary>Checks all chains; <paramref name="expected"/> is a head noted earlier that must still be part of one.</summary>
    public async Task<IReadOnlyList<ChainState>> RunAsync(string? expected, CancellationToken cancellation)
    {
        var chains = await db.Set<LedgerEntry>().Select(e => e.Chain).Distinct().ToListAsync(cancellation);
        return await ReadAsync(chains, expected, cancellation);
    }

    /// <summary>Checks the named chains; the default id is the installation's own.</summary>
    public Task<IReadOnlyList<ChainState>> OfAsync(IReadOnlyList<OrganisationId> chains, CancellationToken cancellation) =>
        ReadAsync(chains, expected: null, cancellation);

    private async Task<IReadOnlyList<ChainState>> ReadAsync(IReadOnlyList<OrganisationId> chains, string? expected, CancellationToken cancellation)
    {
        var states = new List<ChainState>();
        foreach (var chain in chains)
            states.Add(await ReadAsync(chain, expected, cancellation));
        return states;
    }

    private async Task<ChainState> ReadAsync(OrganisationId chain, string? expected, CancellationToken cancellation)
    {
        var (count, head, seen) = (0L, "", expected is null);
        var entries = db.Set<LedgerEntry>().AsNoTracking().Where(e => e.Chain == chain).OrderBy(e => e.Sequence).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            if (!Ledger.Chain.Follows(entry, count, head))
                return new ChainState(chain, count + 1, head, count + 1, seen);
            count++;
            head = entry.Hash;
            seen |= head == expected;
        }

        return new ChainState(chain, count, head, null, seen);
    }
}
