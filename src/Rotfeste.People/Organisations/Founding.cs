using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Calling;
using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.People.Organisations;

/// <summary>What must be known of an organisation to found it; the zone is a TZDB id.</summary>
internal sealed record OrganisationDraft(string Name, OrganisationKind Kind, Country Country, string Zone, string Language);

/// <summary>Founds an organisation with its first owner, in the caller's unit of work.</summary>
internal sealed class Founding(AppDb db, FactLog facts, LedgerWriter ledger, KnownPeople known, IClock clock)
{
    public async Task<Organisation> FoundAsync(
        OrganisationDraft draft, Person owner, OrganisationId id, CancellationToken cancellation)
    {
        var used = await db.Set<Organisation>().Select(o => o.Slug).ToHashSetAsync(cancellation);
        var now = clock.GetCurrentInstant();
        var organisation = Organisation.Found(
            id, Slug.Free(draft.Name, used), draft.Name, draft.Kind, draft.Country, draft.Zone, draft.Language, now);
        var membership = Membership.Join(id, owner.Id, Roles.Owner | Roles.CommunicationsLead, unit: null, now);

        // Whoever sets up is asked to answer too; the own yes is still to be given.
        membership.AskToAnswer();
        db.Current.Choose(id);
        db.Add(organisation);
        db.Add(membership);
        facts.Tell(new OrganisationFounded(id, draft.Kind));
        facts.Tell(new PersonJoined(id, owner.Id, membership.Roles, Unit: null));
        ledger.Write(id, "organisation-founded", owner.Id, new { draft.Kind, draft.Country, draft.Zone, draft.Language });
        ledger.Write(id, "person-joined", owner.Id, new { person = owner.Id, roles = membership.Roles.ToString() });
        known.ForgetAfter(db);
        return organisation;
    }
}
