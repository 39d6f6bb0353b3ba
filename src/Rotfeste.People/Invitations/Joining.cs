using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Calling;
using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.People.Invitations;

/// <summary>Makes a person a member, as an invitation says, in the caller's unit of work.</summary>
internal sealed class Joining(AppDb db, KnownPeople known, FactLog facts, LedgerWriter ledger, IClock clock)
{
    public async Task JoinAsync(Invitation invitation, Person person, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var before = await db.Set<Membership>().FirstOrDefaultAsync(m => m.Person == person.Id, cancellation);
        invitation.End(now);
        known.ForgetAfter(db);

        // Who is a member already stays as the leaders have it: a link does not change roles.
        if (before is { IsActive: true })
            return;
        if (before is null)
            db.Add(Membership.Join(invitation.Organisation, person.Id, invitation.Roles, invitation.Unit, now));
        else
            before.Return(invitation.Roles, invitation.Unit);
        facts.Tell(new PersonJoined(invitation.Organisation, person.Id, invitation.Roles | Roles.Employee, invitation.Unit));
        ledger.Write(invitation.Organisation, "person-joined", person.Id, new
        {
            person = person.Id,
            invitation = invitation.Id,
            roles = (invitation.Roles | Roles.Employee).ToString(),
        });
    }
}
