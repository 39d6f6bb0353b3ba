using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Calling;
using Rotfeste.People.Memberships;
using Rotfeste.People.Units;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Contracts;

/// <summary>A unit as other rooms see it.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parent">The unit it belongs to, or null.</param>
public sealed record UnitCard(UnitId Id, string Name, UnitId? Parent);

/// <summary>Asks for the current organisation's units.</summary>
public sealed class OrganisationUnits
{
    private readonly AppDb db;
    private readonly KnownUnits known;

    internal OrganisationUnits(AppDb db, KnownUnits known) => (this.db, this.known) = (db, known);

    /// <summary>All, by name.</summary>
    public async Task<IReadOnlyList<UnitCard>> AllAsync(CancellationToken cancellation)
    {
        var rows = await db.Set<Unit>().AsNoTracking().Select(u => new UnitCard(u.Id, u.Name, u.Parent)).ToListAsync(cancellation);
        return [.. rows.OrderBy(u => u.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>The unit that a member works in and the ones it belongs to, nearest first; empty for a member without a unit.</summary>
    public async Task<IReadOnlyList<UnitId>> AboveAsync(PersonId person, CancellationToken cancellation) =>
        await known.GetAsync(db, person, () => ReadAboveAsync(person, cancellation));

    private async Task<IReadOnlyList<UnitId>> ReadAboveAsync(PersonId person, CancellationToken cancellation)
    {
        var unit = await db.Set<Membership>().Where(m => m.Person == person).Select(m => m.Unit).FirstOrDefaultAsync(cancellation);
        if (unit is null)
            return [];

        var parents = await db.Set<Unit>().ToDictionaryAsync(u => u.Id, u => u.Parent, cancellation);
        var found = new List<UnitId>();
        for (var next = unit; next is { } id && !found.Contains(id); next = parents.GetValueOrDefault(id))
            found.Add(id);
        return found;
    }
}
