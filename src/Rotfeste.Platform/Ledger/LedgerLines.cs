using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Platform.Ledger;

/// <summary>An entry of the ledger as it can be handed out and checked anywhere.</summary>
/// <param name="Chain">The organisation whose chain it stands in.</param>
/// <param name="Sequence">Its place there, from 1.</param>
/// <param name="At">When, in microseconds since 1970.</param>
/// <param name="Kind">What happened, "agreement-answered".</param>
/// <param name="By">Who did it, or null.</param>
/// <param name="Data">Canonical JSON.</param>
/// <param name="Previous">Hash of the entry before it; empty for the first.</param>
/// <param name="Hash">Its own.</param>
public sealed record LedgerLine(
    OrganisationId Chain, long Sequence, long At, string Kind, PersonId? By, string Data, string Previous, string Hash)
{
    /// <summary>Whether the entry's hash is that of what stands in it.</summary>
    public bool IsSound() => Ledger.Chain.HashOf(new LedgerEntry
    {
        Chain = Chain, At = Instant.FromUnixTimeTicks(At * 10), Kind = Kind, By = By, Data = Data, Previous = Previous, Sequence = Sequence,
    }) == Hash;
}

/// <summary>Reads entries of one organisation's chain, to hand them out.</summary>
public sealed class LedgerLines(AppDb db)
{
    /// <summary>Those whose kind begins and whose data contains as said, oldest first.</summary>
    public async Task<IReadOnlyList<LedgerLine>> FindAsync(
        OrganisationId organisation, string kindBegins, string dataContains, CancellationToken cancellation)
    {
        var found = await db.Set<LedgerEntry>().AsNoTracking()
            .Where(e => e.Chain == organisation && e.Kind.StartsWith(kindBegins) && e.Data.Contains(dataContains))
            .OrderBy(e => e.Sequence).ToListAsync(cancellation);
        return
        [
            .. found.Select(e => new LedgerLine(
                e.Chain, e.Sequence, e.At.ToUnixTimeTicks() / 10, e.Kind, e.By, e.Data, e.Previous, e.Hash)),
        ];
    }
}
