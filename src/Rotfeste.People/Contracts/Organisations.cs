using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Organisations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Contracts;

/// <summary>What other rooms may know of an organisation.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="Slug">First segment of its addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="Language">nb, nn, da or en.</param>
/// <param name="Zone">TZDB id, "Europe/Oslo".</param>
public sealed record OrganisationCard(OrganisationId Id, string Slug, string Name, string Language, string Zone);

/// <summary>Asks for organisations.</summary>
public sealed class Organisations(AppDb db)
{
    /// <summary>The languages that the organisations of this installation work in, each once.</summary>
    public async Task<IReadOnlyList<string>> LanguagesAsync(CancellationToken cancellation) =>
        await db.Set<Organisation>().Select(o => o.Language).Distinct().ToListAsync(cancellation);

    /// <summary>One, or null.</summary>
    public Task<OrganisationCard?> FindAsync(OrganisationId id, CancellationToken cancellation) =>
        db.Set<Organisation>().Where(o => o.Id == id)
            .Select(o => new OrganisationCard(o.Id, o.Slug, o.Name, o.Language, o.Zone))
            .FirstOrDefaultAsync(cancellation);

    /// <summary>One by the first segment of its addresses, or null.</summary>
    public Task<OrganisationCard?> FindAsync(string slug, CancellationToken cancellation) =>
        db.Set<Organisation>().Where(o => o.Slug == slug)
            .Select(o => new OrganisationCard(o.Id, o.Slug, o.Name, o.Language, o.Zone))
            .FirstOrDefaultAsync(cancellation);
}
