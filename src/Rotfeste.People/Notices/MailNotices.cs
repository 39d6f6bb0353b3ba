using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Memberships;
using Rotfeste.People.Persons;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Mail;

namespace Rotfeste.People.Notices;

/// <summary>Has everything mailed that is due in an organisation.</summary>
[JobName("mail-notices")]
internal sealed record MailNoticesJob(OrganisationId? Organisation) : IJob;

/// <summary>
/// One letter a person with everything that is due and unread. The letters, the marks and the job's own end are one transaction:
/// whatever stops the server, no notice is in two letters and none in none.
/// </summary>
internal sealed class MailNotices(AppDb db, NoticeLetter letters, Outbox outbox, IClock clock) : IDo<MailNoticesJob>
{
    // The write gate is held meanwhile.
    private const int AtOnce = 50;

    public static bool IsOutside => false;

    public async Task<DueOutcome> DoAsync(MailNoticesJob job, DueTry attempt, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var due = db.Set<WrittenNotice>().Where(n => n.MailAt <= now && n.MailedAt == null && n.ReadAt == null);
        var people = await due.Select(n => n.Person).Distinct().Take(AtOnce).ToListAsync(cancellation);
        var notices = await due.Where(n => people.Contains(n.Person)).OrderBy(n => n.WrittenAt).ToListAsync(cancellation);
        var readers = await ReadersAsync(people, cancellation);
        foreach (var mine in notices.GroupBy(n => n.Person))
            await PostAsync(job.Organisation!.Value, readers.GetValueOrDefault(mine.Key), [.. mine], now, cancellation);
        FaultPoint.Pass("notices-before-store");
        db.AfterCommit(() => FaultPoint.Pass("notices-stored"));
        return people.Count < AtOnce ? DueOutcome.Done : DueOutcome.TryAgain(now, "more");
    }

    private async Task PostAsync(
        OrganisationId organisation, Person? reader, List<WrittenNotice> notices, Instant now, CancellationToken cancellation)
    {
        // Whoever has left since gets nothing more.
        var letter = reader is null ? null : await letters.WriteAsync(organisation, reader, notices, cancellation);
        if (letter is var (subject, body))
            await outbox.PostAsync(organisation, reader!.Email, subject, body, cancellation);
        foreach (var notice in notices)
        {
            if (letter is null)
                notice.MailLater(null);
            else
                notice.Mailed(now);
        }
    }

    private Task<Dictionary<PersonId, Person>> ReadersAsync(List<PersonId> people, CancellationToken cancellation) =>
        db.Set<Membership>().Where(m => m.IsActive && people.Contains(m.Person))
            .Join(db.Set<Person>(), m => m.Person, p => p.Id, (_, p) => p).ToDictionaryAsync(p => p.Id, cancellation);
}
