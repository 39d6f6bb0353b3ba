using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.Initiatives.Tables;

/// <summary>Has a leader told what lies on the table, every week anew.</summary>
[JobName("tell-table")]
internal sealed record TellTableJob(OrganisationId? Organisation, PersonId Person) : IJob;

/// <summary>
/// Tells a leader on Mondays what waits; nothing is told where nothing does. It goes the way of every notice: in the product, and by mail
/// as the person has chosen. The words of people outside stay in the product, where they can be erased.
/// </summary>
internal sealed class TellTable(AppDb db, TableGrounds grounds, Colleagues colleagues, Organisations organisations, Notify notify, IClock clock)
    : IDo<TellTableJob>
{
    private const string Kind = "leader-table";
    private const int Hour = 7;

    // No title is a tab: they are trimmed.
    private const string Urgent = "\t";

    public static bool IsOutside => false;

    public static NoticeKind Notice { get; } = new(Kind, Say);

    public async Task<DueOutcome> DoAsync(TellTableJob job, DueTry attempt, CancellationToken cancellation)
    {
        var leader = (await colleagues.FindAsync([job.Person], cancellation)).GetValueOrDefault(job.Person);
        var us = await organisations.FindAsync(job.Organisation!.Value, cancellation);
        if (us is null || leader is not { IsActive: true } || !IsLeader(leader) || !await db.Set<TableNotice>().AnyAsync(n => n.Person == job.Person, cancellation))
            return DueOutcome.Done;

        var laid = await grounds.ReadAsync(job.Person, cancellation);
        if (laid.Waits.Count > 0 || laid.Danger is not null)
        {
            var titles = string.Join('\n', laid.Waits.Take(TableRules.Most).Select(w => w.Post is null ? w.Title : Urgent));
            var values = new[]
            {
                laid.Waits.Count.ToString(CultureInfo.InvariantCulture), titles, laid.Danger?.Kind.ToString() ?? "", laid.Endangered?.Initiative.Title ?? "",
            };
            await notify.TellAsync(job.Person, new Notice(Kind, values, "table", Key: Kind), cancellation);
        }

        return DueOutcome.TryAgain(NextMonday(clock.GetCurrentInstant(), DateTimeZoneProviders.Tzdb[us.Zone]), "weekly");
    }

    public static Instant NextMonday(Instant now, DateTimeZone zone) =>
        zone.AtLeniently(now.InZone(zone).Date.Next(IsoDayOfWeek.Monday).At(new LocalTime(Hour, 0))).ToInstant();

    private static bool IsLeader(Colleague person) => (person.Roles & (Roles.Leader | Roles.CommunicationsLead | Roles.Owner)) != Roles.None;

    private static string Say(IServiceProvider services, IReadOnlyList<string> values)
    {
        var texts = services.GetRequiredService<IStringLocalizer<Texts>>();
        var count = int.Parse(values[0], CultureInfo.InvariantCulture);

        // Neither a question nor what could not wait has a title of its own.
        var titles = string.Join("; ", values[1].Split('\n').Select(t => t switch
        {
            "" => texts["Notice.Question"].Value, Urgent => texts["Notice.Explain"].Value, _ => t,
        }));
        var said = new List<string> { count == 0 ? texts["Notice.zero"] : texts.Count("Notice", count, titles) };
        if (values[2].Length > 0)
            said.Add(texts["Notice.Danger", services.GetRequiredService<IStringLocalizer<Dangers.Texts>>()[values[2]].Value, values[3]]);
        said.Add(texts["Notice.Heard"]);
        return string.Join(' ', said);
    }
}
