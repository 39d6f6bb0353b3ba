using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Organisations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Mail;

namespace Rotfeste.People.Notices;

/// <summary>Plans when notices go by mail. One job serves everybody who is due at the same time.</summary>
internal sealed class MailPlan(AppDb db, DueWork due, Outbox outbox, IClock clock)
{
    /// <summary>When a notice of this urgency reaches each of them by mail; null when never.</summary>
    public async Task<IReadOnlyDictionary<PersonId, Instant?>> ForAsync(
        OrganisationId organisation, IReadOnlyCollection<PersonId> people, NoticeUrgency urgency, CancellationToken cancellation)
    {
        if (!outbox.IsOpen || people.Count == 0)
            return people.ToDictionary(p => p, _ => (Instant?)null);

        var chosen = await db.Set<MailChoice>().AsNoTracking().Where(c => people.Contains(c.Person)).ToDictionaryAsync(c => c.Person, cancellation);
        var (zone, now) = (await ZoneAsync(organisation, cancellation), clock.GetCurrentInstant());
        var times = people.ToDictionary(
            p => p, p => MailTimes.Next(chosen.GetValueOrDefault(p) ?? MailChoice.Usual(organisation, p), urgency, now, zone));
        foreach (var at in times.Values.OfType<Instant>().Distinct())
            await ScheduleAsync(organisation, at, cancellation);
        return times;
    }

    /// <summary>Moves what waits for a person to the times that they have chosen now.</summary>
    public async Task MoveAsync(MailChoice choice, CancellationToken cancellation)
    {
        var (zone, now) = (await ZoneAsync(choice.Organisation, cancellation), clock.GetCurrentInstant());
        var waiting = await db.Set<WrittenNotice>()
            .Where(n => n.Person == choice.Person && n.ReadAt == null && n.MailedAt == null && n.MailAt != null).ToListAsync(cancellation);
        foreach (var notice in waiting)
        {
            notice.MailLater(MailTimes.Next(choice, notice.Urgency, now, zone));
            if (notice.MailAt is { } at)
                await ScheduleAsync(choice.Organisation, at, cancellation);
        }
    }

    private Task ScheduleAsync(OrganisationId organisation, Instant at, CancellationToken cancellation) =>
        due.ScheduleAsync(new MailNoticesJob(organisation), at, $"{organisation} {at.ToUnixTimeTicks()}", cancellation);

    private async Task<DateTimeZone> ZoneAsync(OrganisationId organisation, CancellationToken cancellation) =>
        DateTimeZoneProviders.Tzdb[await db.Set<Organisation>().Where(o => o.Id == organisation).Select(o => o.Zone).FirstAsync(cancellation)];
}
