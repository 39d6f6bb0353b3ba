using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Mails;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Organisations;

/// <summary>Founds a further organisation from the command line, with an owner who has or gets a person here.</summary>
internal sealed class AddOrganisation(AppDb db, Founding founding, LinkMail mail, IClock clock)
{
    public async Task<PeopleAddition?> RunAsync(
        string name, OrganisationKind kind, string language, string zone, string ownerEmail, CancellationToken cancellation)
    {
        if (Zones.Find(zone) is null || name.Trim().Length is 0 or > Organisation.LongestName || EmailAddress.Read(ownerEmail) is not { } email)
            return null;

        var key = EmailAddress.KeyOf(email);
        var owner = await db.Set<Person>().FirstOrDefaultAsync(p => p.EmailKey == key, cancellation);
        string? link = null;
        if (owner is null)
        {
            owner = Person.Make(PersonId.New(), email.Split('@')[0], email, language, clock.GetCurrentInstant());
            db.Add(owner);
            link = mail.NewResetLink(owner);
        }

        var country = Countries.All.FirstOrDefault(c => Countries.ZoneOf(c) == zone, Country.Other);
        var organisation = await founding.FoundAsync(
            new OrganisationDraft(name.Trim(), kind, country, zone, language), owner, OrganisationId.New(), cancellation);
        await db.SaveChangesAsync(cancellation);
        return new PeopleAddition(mail.Address(organisation.Slug), link);
    }
}
