using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Calling;
using Rotfeste.People.Memberships;
using Rotfeste.People.Organisations;
using Rotfeste.People.Persons;
using Rotfeste.People.Units;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Contracts;

/// <summary>How a person's answers are signed in public.</summary>
/// <param name="Text">«– Kari, Kundetorget», without leading space; empty until the person was asked.</param>
/// <param name="MustAsk">The person's own yes to the name has not been asked yet.</param>
public sealed record Signature(string Text, bool MustAsk);

/// <summary>The organisation's style and the person's own choice, made into a signature.</summary>
public sealed class Signatures
{
    private readonly AppDb db;
    private readonly KnownPeople known;
    private readonly KnownSignatures signatures;

    internal Signatures(AppDb db, KnownPeople known, KnownSignatures signatures)
    {
        this.db = db;
        this.known = known;
        this.signatures = signatures;
    }

    /// <summary>The signature of a member of the current organisation.</summary>
    /// <exception cref="InvalidOperationException">Not a member: a bug.</exception>
    public async Task<Signature> OfAsync(PersonId person, CancellationToken cancellation) =>
        await signatures.GetAsync(db, person, () => ReadAsync(person, cancellation));

    /// <summary>The person's own answer: yes to the name, or shielded (the unit's name, without explanation). Written in the caller's unit of work.</summary>
    public async Task ChooseAsync(PersonId person, bool showName, CancellationToken cancellation)
    {
        var membership = await db.Set<Membership>().FirstAsync(m => m.Person == person, cancellation);
        membership.ChooseName(showName);
        known.ForgetAfter(db);
    }

    private async Task<Signature> ReadAsync(PersonId person, CancellationToken cancellation)
    {
        var found = await (
            from membership in db.Set<Membership>()
            where membership.Person == person
            join organisation in db.Set<Organisation>() on membership.Organisation equals organisation.Id
            join someone in db.Set<Person>() on membership.Person equals someone.Id
            from unit in db.Set<Unit>().Where(u => u.Id == membership.Unit).DefaultIfEmpty()
            select new
            {
                organisation.SignatureStyle,
                OrganisationName = organisation.Name,
                membership.NameChoice,
                someone.Name,
                someone.FirstName,
                PublicName = unit == null ? null : unit.PublicName,
            }).AsNoTracking().FirstOrDefaultAsync(cancellation)
            ?? throw new InvalidOperationException("Only a member's answers are signed.");
        return SignatureRules.Write(
            found.SignatureStyle, found.NameChoice, found.Name, found.FirstName, found.PublicName, found.OrganisationName);
    }
}
