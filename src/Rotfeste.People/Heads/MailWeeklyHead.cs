using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.People.Memberships;
using Rotfeste.People.Organisations;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Mail;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.People.Heads;

/// <summary>Has the ledger's head mailed to an organisation's owners, every week anew.</summary>
[JobName("weekly-head")]
internal sealed record WeeklyHeadJob(OrganisationId? Organisation) : IJob;

/// <summary>
/// Mails the ledger's heads to the owners, Mondays at eight: whoever keeps the mails can show later that nothing was taken away or changed.
/// The ledger is read through outside any write; the letters and the next week are stored together.
/// </summary>
internal sealed class MailWeeklyHead(AppDb db, LedgerCheck ledger, Outbox outbox, IStringLocalizer<Texts> texts, IClock clock) : IDo<WeeklyHeadJob>
{
    private const int Hour = 8;

    public static bool IsOutside => true;

    public async Task<DueOutcome> DoAsync(WeeklyHeadJob job, DueTry attempt, CancellationToken cancellation)
    {
        if (await db.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == job.Organisation, cancellation) is not { } us)
            return DueOutcome.Done;

        if (outbox.IsOpen)
        {
            var chains = await ledger.OfAsync([us.Id, default], cancellation);
            foreach (var owner in await OwnersAsync(cancellation))
            {
                var (subject, body) = Spoken.In(owner.Language ?? us.Language, () => Write(us, owner, chains));
                await outbox.PostAsync(us.Id, owner.Email, subject, body, cancellation);
            }
        }

        return DueOutcome.TryAgain(NextMonday(clock.GetCurrentInstant(), DateTimeZoneProviders.Tzdb[us.Zone]), "weekly");
    }

    internal static Instant NextMonday(Instant now, DateTimeZone zone) =>
        zone.AtLeniently(now.InZone(zone).Date.Next(IsoDayOfWeek.Monday).At(new LocalTime(Hour, 0))).ToInstant();

    private (string Subject, string Body) Write(Organisation us, Person owner, IReadOnlyList<ChainState> chains)
    {
        var isSound = chains.All(c => c.BrokenAt is null);
        var body = new StringBuilder().Append(texts["Greeting", owner.FirstName]).Append("\n\n").Append(texts["What"]).Append("\n\n");
        foreach (var chain in chains)
        {
            var name = chain.Chain == us.Id ? us.Name : texts["Installation"].Value;
            body.Append(chain.BrokenAt is { } at ? texts["Broken", name, at] : texts.Count("Sound", (int)chain.Entries, name)).Append('\n');
            body.Append(CultureInfo.InvariantCulture, $"    ./run ledger verify --expect {chain.Head}\n\n");
        }

        body.Append(texts["Keep"]);
        return (isSound ? texts["Subject", us.Name] : texts["Subject.Broken", us.Name], body.ToString());
    }

    private async Task<IReadOnlyList<Person>> OwnersAsync(CancellationToken cancellation)
    {
        // Roles are a set, stored by name.
        var members = await db.Set<Membership>().AsNoTracking().Where(m => m.IsActive).ToListAsync(cancellation);
        var owners = members.Where(m => m.IsActiveOwner).Select(m => m.Person).ToList();
        return await db.Set<Person>().AsNoTracking().Where(p => owners.Contains(p.Id)).ToListAsync(cancellation);
    }
}
