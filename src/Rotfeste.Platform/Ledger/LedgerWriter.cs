using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Platform.Ledger;

/// <summary>Writes ledger entries in the caller's unit of work.</summary>
public sealed class LedgerWriter(AppDb db, IClock clock)
{
    /// <summary>Adds an entry to an organisation's chain; <paramref name="data"/> holds ids, named values and hashes.</summary>
    public void Write(OrganisationId organisation, string kind, PersonId? by, object data) => Add(organisation, kind, by, data);

    /// <summary>Adds an entry to the installation's chain.</summary>
    public void WriteForInstallation(string kind, PersonId? by, object data) => Add(LedgerEntry.Installation, kind, by, data);

    private void Add(OrganisationId chain, string kind, PersonId? by, object data) => db.Add(new LedgerEntry
    {
        Chain = chain,
        At = clock.GetCurrentInstant(),
        Kind = kind,
        By = by,
        Data = CanonicalJson.Of(data),
    });
}
