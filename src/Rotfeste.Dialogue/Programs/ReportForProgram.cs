using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Rotfeste.Dialogue.Reports;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Programs;

/// <summary>The response report for a program: the page's own reading, with ids instead of links. What the page hides is null here too.</summary>
internal sealed class ReportForProgram(ReportReading reading, CurrentCaller caller, IStringLocalizer<Texts> texts, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/reports/response-times", (int? weeks, string? last, ReportForProgram use, CancellationToken cancellation) =>
            use.HandleAsync(weeks, last, cancellation))
        .WithSummary("Read the response report")
        .WithDescription("How soon we answered, by account, unit, label and week, as on the page. Accounts and units in which fewer than five people answered have no figures.")
        .Produces<ResponseReportJson>().ProducesProblem(StatusCodes.Status422UnprocessableEntity).RequireAuthorization(Scopes.ReadReports);

    // A page shows the nearest that makes sense; a program that asks for something else than it gets must be told.
    private async Task<IResult> HandleAsync(int? weeks, string? last, CancellationToken cancellation)
    {
        if (weeks is { } length && !ReportPeriod.Lengths.Contains(length))
            return ProgramAnswers.Refused(texts["Unknown.Weeks", string.Join(", ", ReportPeriod.Lengths)]);
        if (!string.IsNullOrEmpty(last) && !LocalDatePattern.Iso.Parse(last).Success)
            return ProgramAnswers.Refused(texts["Unknown.Day"]);

        var period = ReportPeriod.Of(weeks, last, caller.Required.Zone, clock.GetCurrentInstant());
        var report = await reading.ReadAsync(period, caller.Required, cancellation);
        return Results.Json(new ResponseReportJson(
            report.From.ToDateOnly(), report.Last.ToDateOnly(), report.Weeks, report.IsCurrent, Answers(report.Whole.Now), Answers(report.Whole.Before),
            Groups(report.Channels), Groups(report.Units), Groups(report.Labels),
            [.. report.ByWeek.Select(w => new ReportWeekJson(DateOnly.ParseExact(w.Cut.Value, "O", CultureInfo.InvariantCulture), Answers(w.Now)))]));
    }

    private static IReadOnlyList<ReportGroupJson> Groups(IReadOnlyList<GroupView> groups) =>
    [
        .. groups.Select(g => new ReportGroupJson(
            Guid.Parse(g.Cut.Value) is var id && id == Guid.Empty ? null : id, g.Name, Answers(g.Now), Answers(g.Before))),
    ];

    private static AnswersJson? Answers(PairView? pair) => pair is null ? null : new AnswersJson(One(pair.First), One(pair.Next));

    private static FigureJson One(Figure figure) => new(
        figure.Asked, figure.Answered, figure.InTime, figure.Late, figure.Share, Seconds(figure.Worked.Median), Seconds(figure.Worked.Ninetieth),
        Seconds(figure.Passed.Median), Seconds(figure.Passed.Ninetieth));

    private static long? Seconds(Duration? time) => time is { } some ? (long)Math.Round(some.TotalSeconds) : null;
}
