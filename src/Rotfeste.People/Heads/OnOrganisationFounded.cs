using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Notices;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Facts;

namespace Rotfeste.People.Heads;

/// <summary>Starts what is done every week. Organisations that stood before this was made are told of here too: facts are kept for good.</summary>
internal sealed class OnOrganisationFounded(DueWork due, IClock clock) : IOn<OrganisationFounded>
{
    public async Task HandleAsync(IReadOnlyList<OrganisationFounded> facts, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        await due.ScheduleAsync(new ForgetNoticesJob(null), now + Duration.FromDays(1), "installation", cancellation);
        foreach (var fact in facts)
            await due.ScheduleAsync(new WeeklyHeadJob(fact.Organisation), now + Duration.FromDays(1), fact.Organisation.ToString(), cancellation);
    }
}
