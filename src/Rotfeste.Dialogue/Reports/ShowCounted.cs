using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Listings;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Reports;

/// <summary>The conversations behind a figure, found by the rule that counted them. What is not shown is not found either.</summary>
internal sealed class ShowCounted(
    WaitQuery waits, StandReading stands, ReportReading reports, InboxReading inbox, UsableChannels channels, CurrentCaller caller, IClock clock)
{
    private const int PageSize = 50;
    private const int MostPages = 200;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        "/insight/response-times/conversations",
        (int? weeks, string? last, int? page, HttpRequest request, ShowCounted use, CancellationToken cancellation) =>
            use.HandleAsync(weeks, last, Math.Clamp(page ?? 0, 0, MostPages), request.Query, cancellation)).RequireAuthorization(Access.Member);

    private async Task<IResult> HandleAsync(int? weeks, string? last, int page, IQueryCollection query, CancellationToken cancellation)
    {
        var cut = Cut.Read(query);
        var period = ReportPeriod.Of(weeks, last, caller.Required.Zone, clock.GetCurrentInstant());
        if (!await MayAsync(cut, period, cancellation))
            return Results.NotFound();

        var (found, questions) = await FindAsync(cut, cut.IsBefore ? period.Before : period, cancellation);
        var rows = await inbox.OfAsync(caller.Required, [.. found.Skip(page * PageSize).Take(PageSize)], cancellation);
        return Answer.Page<CountedPage>((nameof(CountedPage.View), new CountedView(
            cut.Part.ToString(), cut.Kind?.ToString(), questions, found.Count, rows, Address(query, null, "last", "weeks"),
            page == 0 ? null : Address(query, page - 1), (page + 1) * PageSize < found.Count ? Address(query, page + 1) : null)));
    }

    // Where too few people stand behind a figure, its conversations are not told apart by it.
    private async Task<bool> MayAsync(Cut cut, ReportPeriod period, CancellationToken cancellation)
    {
        if (cut.Channel is null && cut.Unit is null)
            return true;

        var report = await reports.ReadAsync(period, caller.Required, cancellation);
        return Shows(report.Channels, cut.Channel, "channel") && Shows(report.Units, cut.Unit, "unit");

        bool Shows(IReadOnlyList<GroupView> groups, Guid? wanted, string name) =>
            wanted is not { } id || groups.Any(g => g.Cut.Query == $"{name}={id}" && (cut.IsBefore ? g.Before : g.Now) is not null);
    }

    private async Task<(IReadOnlyList<ConversationId> Found, int? Questions)> FindAsync(Cut cut, ReportPeriod period, CancellationToken cancellation)
    {
        var me = caller.Required;
        var sight = await channels.OfAsync(me, cancellation);
        if (cut.Age is { } age)
            return (await stands.Waiting(age, me, sight).OrderBy(c => c.WaitingSince).Select(c => c.Id).ToListAsync(cancellation), null);
        if (cut.Outcome is { } outcome)
            return (await stands.Closed(outcome, period, me, sight).OrderBy(c => c.Place).Select(c => c.Id).ToListAsync(cancellation), null);

        var within = waits.Within(cut.Week is { } monday ? period.WeekOf(monday) : period, me, sight);
        if (cut.Channel is { } id)
            within = within.Where(w => w.Channel == ChannelId.From(id));
        if (cut.Unit is { } unit)
            within = within.Where(w => w.By != null && w.Unit == (unit == Guid.Empty ? null : UnitId.From(unit)));
        if (cut.Label is { } label)
            within = waits.With(within, label);
        return await CountedAsync(cut, within, cancellation);
    }

    private async Task<(IReadOnlyList<ConversationId> Found, int? Questions)> CountedAsync(Cut cut, IQueryable<Waits.Wait> within, CancellationToken cancellation)
    {
        var rule = await waits.RuleAsync(cancellation);
        var (known, found, questions) = (new HashSet<ConversationId>(), new List<ConversationId>(), 0);
        await foreach (var wait in WaitQuery.Read(within.OrderByDescending(w => w.AskedAt)).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!cut.Takes(wait, rule, caller.Required.Zone))
                continue;
            questions++;
            if (known.Add(wait.Conversation))
                found.Add(wait.Conversation);
        }

        return (found, questions);
    }

    private string Address(IQueryCollection query, int? page, params string[] only)
    {
        var kept = query.Where(q => q.Key != "page" && (only.Length == 0 || only.Contains(q.Key))).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        var path = caller.Required.To(only.Length == 0 ? "insight/response-times/conversations" : "insight/response-times");
        return path + QueryString.Create(page is { } number ? kept.Append(KeyValuePair.Create("page", (string?)number.ToString(CultureInfo.InvariantCulture))) : kept);
    }
}

/// <summary>The conversations behind a figure.</summary>
/// <param name="Part">Key of what they have in common.</param>
/// <param name="Kind">Key of the kind of answer, or null.</param>
/// <param name="Questions">Questions counted; null where conversations were.</param>
/// <param name="Count">Conversations.</param>
/// <param name="Rows">A page of them.</param>
/// <param name="Report">Back to the report.</param>
/// <param name="Newer">The page before, or null.</param>
/// <param name="Older">The next page, or null.</param>
public sealed record CountedView(
    string Part, string? Kind, int? Questions, int Count, IReadOnlyList<RowView> Rows, string Report, string? Newer, string? Older);
