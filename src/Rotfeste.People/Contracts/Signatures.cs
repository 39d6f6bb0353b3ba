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

/// <summary>Where an answer is given, as far as that decides how it is signed.</summary>
/// <param name="Style">The channel's own way, or null for the organisation's.</param>
/// <param name="Language">The question's language tag, or null where it is not known.</param>
public sealed record SigningPlace(SignatureStyle? Style = null, string? Language = null)
{
    /// <summary>Anywhere.</summary>
    public static SigningPlace Anywhere { get; } = new();

    internal string? Known => Platform.Ui.Languages.Language.Find(Language)?.Code;
}

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

    /// <summary>The signature of a member of the current organisation, in the unit's own words for the place's language.</summary>
    /// <exception cref="InvalidOperationException">Not a member: a bug.</exception>
    public async Task<Signature> OfAsync(PersonId person, SigningPlace place, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(place);
        var (style, language) = (place.Style, place.Known);
        return await signatures.GetAsync(db, (person, style, language), () => ReadAsync(person, style, language, cancellation));
    }

    /// <summary>The person's own answer: yes to the name, or shielded (the unit's name, without explanation). Written in the caller's unit of work.</summary>
    public async Task ChooseAsync(PersonId person, bool showName, CancellationToken cancellation)
    {
        var membership = await db.Set<Membership>().FirstAsync(m => m.Person == person, cancellation);
        membership.ChooseName(showName);
        known.ForgetAfter(db);
    }

    private async Task<Signature> ReadAsync(PersonId person, SignatureStyle? style, string? language, CancellationToken cancellation)
    {
        var found = await (
            from membership in db.Set<Membership>()
            where membership.Person == person
            join organisation in db.Set<Organisation>() on membership.Organisation equals organisation.Id
            join someone in db.Set<Person>() on membership.Person equals someone.Id
            from unit in db.Set<Unit>().Where(u => u.Id == membership.Unit).DefaultIfEmpty()
            from named in db.Set<UnitName>().Where(n => n.Unit == membership.Unit && n.Language == language).DefaultIfEmpty()
            select new
            {
                organisation.SignatureStyle,
                OrganisationName = organisation.Name,
                membership.NameChoice,
                someone.Name,
                someone.FirstName,
                PublicName = unit == null || unit.PublicName == null ? null : named == null ? unit.PublicName : named.Name,
            }).AsNoTracking().FirstOrDefaultAsync(cancellation)
            ?? throw new InvalidOperationException("Only a member's answers are signed.");
        return SignatureRules.Write(
            style ?? found.SignatureStyle, found.NameChoice, found.Name, found.FirstName, found.PublicName, found.OrganisationName);
    }
}
