using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.People.Organisations;
using Rotfeste.People.Persons;
using Rotfeste.People.Units;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Calling;

/// <summary>
/// Remembers for a few seconds who people are, so that a page costs no query for it. Every change made here empties it
/// at once; the seconds are for changes made from the command line.
/// </summary>
internal sealed class KnownPeople(IServiceScopeFactory scopes, IClock clock)
{
    private const int Most = 20_000;
    private static readonly Duration Life = Duration.FromSeconds(10);
    private readonly ConcurrentDictionary<PersonId, (Instant Until, KnownPerson Person)> people = new();
    private readonly ConcurrentDictionary<string, (Instant Until, OrganisationCard Organisation)> organisations = new(StringComparer.Ordinal);
    private long turns;

    /// <summary>Empties the memory once the unit of work is committed.</summary>
    public void ForgetAfter(AppDb db) => db.AfterCommit(Forget);

    public void Forget()
    {
        Interlocked.Increment(ref turns);
        people.Clear();
        organisations.Clear();
    }

    public async ValueTask<KnownPerson?> FindAsync(PersonId id, CancellationToken cancellation)
    {
        if (people.TryGetValue(id, out var known) && known.Until > clock.GetCurrentInstant())
            return known.Person;
        return await ReadAsync(people, id, db => PersonAsync(db, id, cancellation));
    }

    public async ValueTask<OrganisationCard?> OrganisationAsync(string slug, CancellationToken cancellation)
    {
        if (organisations.TryGetValue(slug, out var known) && known.Until > clock.GetCurrentInstant())
            return known.Organisation;
        return await ReadAsync(organisations, slug, db => OrganisationAsync(db, slug, cancellation));
    }

    private async Task<TValue?> ReadAsync<TKey, TValue>(
        ConcurrentDictionary<TKey, (Instant Until, TValue Value)> memory, TKey key, Func<AppDb, Task<TValue?>> read)
        where TKey : notnull
        where TValue : class
    {
        var turn = Interlocked.Read(ref turns);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        if (await read(scope.ServiceProvider.GetRequiredService<AppDb>()) is not { } value)
            return null;

        if (memory.Count >= Most)
            memory.Clear();
        memory[key] = (clock.GetCurrentInstant() + Life, value);

        // A change committed while we read may have been missed: then it is not remembered.
        if (Interlocked.Read(ref turns) != turn)
            memory.TryRemove(key, out _);
        return value;
    }

    private static async Task<KnownPerson?> PersonAsync(AppDb db, PersonId id, CancellationToken cancellation)
    {
        var rows = await (
            from person in db.Set<Person>()
            where person.Id == id
            from membership in db.Set<Membership>().Where(m => m.Person == person.Id && m.IsActive).DefaultIfEmpty()
            from organisation in db.Set<Organisation>().Where(o => o.Id == membership.Organisation).DefaultIfEmpty()
            from unit in db.Set<Unit>().Where(u => u.Id == membership.Unit).DefaultIfEmpty()
            select new { person, membership, organisation, unit }).AsNoTracking().ToListAsync(cancellation);
        if (rows.Count == 0)
            return null;

        var found = rows[0].person;
        var seats = rows.Where(r => r.organisation is not null).OrderBy(r => r.organisation.Name, StringComparer.CurrentCulture)
            .Select(r => Seat.Of(r.membership, r.organisation, r.unit));
        return new KnownPerson(found.Id, found.Name, found.SecurityStamp, found.Language, [.. seats]);
    }

    private static Task<OrganisationCard?> OrganisationAsync(AppDb db, string slug, CancellationToken cancellation) =>
        db.Set<Organisation>().Where(o => o.Slug == slug)
            .Select(o => new OrganisationCard(o.Id, o.Slug, o.Name, o.Language, o.Zone))
            .FirstOrDefaultAsync(cancellation);
}
