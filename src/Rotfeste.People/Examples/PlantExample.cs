using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Calling;
using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.People.Organisations;
using Rotfeste.People.Persons;
using Rotfeste.People.Units;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.People.Examples;

/// <summary>Plants an invented organisation; planting it again changes nothing.</summary>
internal sealed class PlantExample(AppDb db, FactLog facts, LedgerWriter ledger, KnownPeople known)
{
    public async Task<PlantedPeople> RunAsync(ExamplePeople example, CancellationToken cancellation)
    {
        var id = new OrganisationId(IdOf(example.Name, "organisation"));
        var people = example.People.ToDictionary(p => p.Email, p => new PersonId(IdOf(example.Name, p.Email)));
        var standing = await db.Set<Organisation>().FirstOrDefaultAsync(o => o.Id == id, cancellation);
        if (standing is not null)
            return new PlantedPeople(id, standing.Slug, people, IsNew: false);

        var used = await db.Set<Organisation>().Select(o => o.Slug).ToHashSetAsync(cancellation);
        var slug = Slug.Free(example.Name, used);
        db.Current.Choose(id);
        db.Add(Organisation.Found(id, slug, example.Name, example.Kind, Country.Norway, "Europe/Oslo", example.Language, example.FoundedAt));
        facts.Tell(new OrganisationFounded(id, example.Kind));
        ledger.Write(id, "organisation-founded", by: null, new { example.Kind, example.Language });
        foreach (var unit in example.Units)
            Plant(example, unit, id);
        for (var i = 0; i < example.People.Count; i++)
            Plant(example, example.People[i], id, people[example.People[i].Email], example.FoundedAt + Duration.FromSeconds(i));
        known.ForgetAfter(db);
        await db.SaveChangesAsync(cancellation);
        return new PlantedPeople(id, slug, people, IsNew: true);
    }

    private static UnitId? UnitOf(ExamplePeople example, string? name) => name is null ? null : new UnitId(IdOf(example.Name, $"unit {name}"));

    // The same words give the same id, shaped as the ids that are made otherwise.
    private static Guid IdOf(string example, string what)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{example}\n{what}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private void Plant(ExamplePeople example, ExampleUnit unit, OrganisationId organisation) =>
        db.Add(Unit.Make(UnitOf(example, unit.Name)!.Value, organisation, UnitOf(example, unit.Parent), unit.Name, unit.PublicName));

    private void Plant(ExamplePeople example, ExamplePerson someone, OrganisationId organisation, PersonId id, Instant at)
    {
        var person = Person.Make(id, someone.Name, someone.Email, example.Language, at);
        person.CallYourself(someone.Name, someone.FirstName);
        var membership = Membership.Join(organisation, id, someone.Roles, UnitOf(example, someone.Unit), at);
        if (someone.ShowsName is { } shows)
            membership.ChooseName(shows);
        if (someone.MayAnswer)
        {
            membership.AskToAnswer();
            membership.SayYes();
            facts.Tell(new MayAnswerChanged(organisation, id, MayAnswer: true));
        }

        db.Add(person);
        db.Add(membership);
        facts.Tell(new PersonJoined(organisation, id, membership.Roles, membership.Unit));
        ledger.Write(organisation, "person-joined", by: null, new { person = id, roles = membership.Roles.ToString() });
    }
}
