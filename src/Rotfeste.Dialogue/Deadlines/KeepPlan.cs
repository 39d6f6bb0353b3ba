using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Labels;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>Say when we work, how soon we mean to answer, and how long before a due time to be told.</summary>
internal sealed class KeepPlan(
    AppDb db, ConnectedChannels channels, LabelReading labels, DueWork due, CurrentCaller caller, IStringLocalizer<Texts> texts, IClock clock)
{
    private const int WeekDays = 7;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/deadlines", (string? saved, KeepPlan use, CancellationToken cancellation) =>
            use.ShowAsync(saved is not null, cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/deadlines", (IFormCollection form, KeepPlan use, CancellationToken cancellation) =>
            use.KeepAsync(PlanInput.From(form), cancellation)).RequireAuthorization(Access.Lead);
    }

    private async Task<IResult> ShowAsync(bool isSaved, CancellationToken cancellation)
    {
        var plan = await db.Set<ResponsePlan>().AsNoTracking().FirstOrDefaultAsync(cancellation);
        var aims = (await db.Set<Aim>().AsNoTracking().ToListAsync(cancellation)).ToDictionary(a => new AimPlace(a.Channel, a.Label));
        var rows = (await PlacesAsync(cancellation)).Select(p => Row(p, aims.GetValueOrDefault(p.Place), plan is null));
        return Answer.Page<PlanPage>((nameof(PlanPage.View), new PlanView(
            plan?.Week.Split('\n') ?? [.. Enumerable.Repeat("0–24", WeekDays)], plan?.Days ?? "", plan?.Holidays,
            (plan?.LeadMinutes ?? 60).ToString(CultureInfo.InvariantCulture), [.. rows], [], plan is null, isSaved)
        {
            Ask = (plan?.AskMinutes ?? ResponsePlan.UsualAskMinutes).ToString(CultureInfo.InvariantCulture),
        }));
    }

    private async Task<IResult> KeepAsync(PlanInput input, CancellationToken cancellation)
    {
        var places = await PlacesAsync(cancellation);
        List<Refusal> refusals = [.. input.Check(texts)];
        if (refusals.Count > 0)
        {
            var rows = places.Select(p => new AimRowView(p.Key, p.Name, input.Of($"first-{p.Key}"), input.Of($"next-{p.Key}"), input.Of($"closing-{p.Key}")));
            return Answer.Refused<PlanPage>((nameof(PlanPage.View), new PlanView(
                input.Week, input.Days, input.Holidays, input.Lead, [.. rows], refusals, false, false)
                {
                    Ask = input.Ask,
                }));
        }

        var organisation = caller.Required.Organisation;
        var plan = await db.Set<ResponsePlan>().FirstOrDefaultAsync(cancellation);
        if (plan is null)
            db.Add(plan = ResponsePlan.Of(organisation));
        plan.Settle(
            string.Join('\n', input.Week.Select(d => HoursText.Write(HoursText.Read(d)!))), input.Days, input.Holidays, input.LeadMinutes!.Value, input.AskMinutes!.Value);
        db.RemoveRange(await db.Set<Aim>().ToListAsync(cancellation));
        db.AddRange(places.Where(p => !input.MinutesOf(p.Key).IsEmpty).Select(p => Aim.Of(organisation, p.Place, input.MinutesOf(p.Key))));
        var job = new RenewDueTimesJob(organisation);
        await due.ScheduleAsync(job, clock.GetCurrentInstant(), job.Key, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("deadlines?saved=yes"));
    }

    private async Task<IReadOnlyList<(string Key, string? Name, AimPlace Place)>> PlacesAsync(CancellationToken cancellation) =>
    [
        ("all", null, default),
        .. (await channels.AllAsync(cancellation)).Select(c => ($"c-{c.Id}", (string?)$"@{c.Handle}", new AimPlace(c.Id, null))),
        .. (await labels.AllAsync(cancellation)).Select(l => ($"l-{l.Id}", (string?)l.Name, new AimPlace(null, LabelId.From(l.Id)))),
    ];

    private static AimRowView Row((string Key, string? Name, AimPlace Place) place, Aim? aim, bool isUsual) =>
        isUsual && place.Place == default
            ? new AimRowView(place.Key, place.Name, "4", "4", "")
            : new AimRowView(place.Key, place.Name, Say(aim?.FirstAnswer), Say(aim?.NextAnswer), Say(aim?.Closing));

    private static string Say(int? minutes) => minutes is { } some ? Math.Round(some / 60.0, 2).ToString(CultureInfo.CurrentCulture) : "";
}
