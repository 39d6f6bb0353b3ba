using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Analysis.Calendars;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>Plans that screens ask for again and again.</summary>
internal sealed class KeptPlans(RowVersions versions, IClock clock)
    : Kept<OrganisationId, Plan>(versions, clock, typeof(ResponsePlan), typeof(Aim));

/// <summary>Reads what the current organisation aims at; once in each unit of work.</summary>
internal sealed class PlanReading(AppDb db, KeptPlans kept, Organisations organisations)
{
    private Plan? known;

    public async Task<Plan> ReadAsync(CancellationToken cancellation)
    {
        var organisation = db.Current.Value ?? throw new InvalidOperationException("A plan belongs to an organisation.");
        return known ??= await kept.GetAsync(db, organisation, () => FreshAsync(organisation, cancellation));
    }

    /// <summary>After it was changed.</summary>
    public void Forget() => known = null;

    private async Task<Plan> FreshAsync(OrganisationId organisation, CancellationToken cancellation)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull((await organisations.FindAsync(organisation, cancellation))?.Zone ?? "") ?? DateTimeZone.Utc;
        if (await db.Set<ResponsePlan>().AsNoTracking().FirstOrDefaultAsync(cancellation) is not { } plan)
            return Plan.Usual(zone);

        var aims = await db.Set<Aim>().AsNoTracking().ToListAsync(cancellation);
        return new Plan(
            CalendarOf(plan, zone),
            Duration.FromMinutes(plan.LeadMinutes),
            aims.ToDictionary(a => new AimPlace(a.Channel, a.Label), a => new AimMinutes(a.FirstAnswer, a.NextAnswer, a.Closing)))
            {
                AskTime = Duration.FromMinutes(plan.AskMinutes),
            };
    }

    private static BusinessCalendar CalendarOf(ResponsePlan plan, DateTimeZone zone)
    {
        var week = plan.Week.Split('\n').Select((line, day) => (Day: (IsoDayOfWeek)(day + 1), Hours: HoursText.Read(line) ?? []));
        var (yearly, once, _) = DaysText.Read(plan.Days);
        return new BusinessCalendar(zone, week.ToDictionary(d => d.Day, d => d.Hours), plan.Holidays, yearly, once);
    }
}
