using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Calling;
using Rotfeste.People.Memberships;
using Rotfeste.People.Persons;
using Rotfeste.People.Units;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Contracts;

/// <summary>A member as colleagues see them.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">Full name.</param>
/// <param name="Unit">The unit, or null.</param>
/// <param name="UnitName">Its name, or null.</param>
/// <param name="MayAnswer">May answer for the organisation (flag and own yes).</param>
/// <param name="IsActive">False once deactivated; old answers keep the name.</param>
/// <param name="Roles">The set.</param>
public sealed record Colleague(PersonId Person, string Name, UnitId? Unit, string? UnitName, bool MayAnswer, bool IsActive, Roles Roles);

/// <summary>Asks for members of the current organisation.</summary>
public sealed class Colleagues
{
    private readonly AppDb db;
    private readonly KnownColleagues known;
    private readonly KnownAnswerers answerers;

    internal Colleagues(AppDb db, KnownColleagues known, KnownAnswerers answerers) => (this.db, this.known, this.answerers) = (db, known, answerers);

    /// <summary>The named ones; unknown ids are left out.</summary>
    public async Task<IReadOnlyDictionary<PersonId, Colleague>> FindAsync(
        IReadOnlyCollection<PersonId> people, CancellationToken cancellation)
    {
        if (people.Count == 0)
            return new Dictionary<PersonId, Colleague>();
        return await known.GetManyAsync(db, people, async missing =>
            (await Read(db.Set<Membership>().Where(m => missing.Contains(m.Person))).ToListAsync(cancellation)).ToDictionary(c => c.Person));
    }

    /// <summary>All active members who may answer, by name.</summary>
    public async Task<IReadOnlyList<Colleague>> WhoMayAnswerAsync(CancellationToken cancellation) =>
        await answerers.GetAsync(db, CultureInfo.CurrentCulture.Name, () => ReadAnswerersAsync(cancellation));

    private async Task<IReadOnlyList<Colleague>> ReadAnswerersAsync(CancellationToken cancellation)
    {
        var found = await Read(db.Set<Membership>().Where(m => m.IsActive && m.MayAnswer == MayAnswer.Yes)).ToListAsync(cancellation);
        return [.. found.OrderBy(c => c.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>All active members, by name.</summary>
    public async Task<IReadOnlyList<Colleague>> AllAsync(CancellationToken cancellation)
    {
        var found = await Read(db.Set<Membership>().Where(m => m.IsActive)).ToListAsync(cancellation);
        return [.. found.OrderBy(c => c.Name, StringComparer.CurrentCulture)];
    }

    private IQueryable<Colleague> Read(IQueryable<Membership> memberships) =>
        from membership in memberships.AsNoTracking()
        join person in db.Set<Person>() on membership.Person equals person.Id
        from unit in db.Set<Unit>().Where(u => u.Id == membership.Unit).DefaultIfEmpty()
        select new Colleague(
            person.Id, person.Name, membership.Unit, unit == null ? null : unit.Name,
            membership.IsActive && membership.MayAnswer == MayAnswer.Yes, membership.IsActive, membership.Roles);
}
