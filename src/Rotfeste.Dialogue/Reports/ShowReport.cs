using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Reports;

/// <summary>How soon we answer: the report, and all of it as comma-separated values.</summary>
internal sealed class ShowReport(ReportReading reading, CurrentCaller caller, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/insight/response-times", (int? weeks, string? last, ShowReport use, CancellationToken cancellation) =>
            use.ShowAsync(weeks, last, cancellation)).RequireAuthorization(Access.Member);
        routes.MapGet("/insight/response-times.csv", (int? weeks, string? last, ShowReport use, CancellationToken cancellation) =>
            use.ExportAsync(weeks, last, cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> ShowAsync(int? weeks, string? last, CancellationToken cancellation) =>
        Answer.Page<ReportPage>((nameof(ReportPage.View), await ReadAsync(weeks, last, cancellation)));

    private async Task<IResult> ExportAsync(int? weeks, string? last, CancellationToken cancellation) =>
        Results.File(ReportLines.Write(await ReadAsync(weeks, last, cancellation)), "text/csv; charset=utf-8", "response-times.csv");

    private Task<ReportView> ReadAsync(int? weeks, string? last, CancellationToken cancellation) => reading.ReadAsync(
        ReportPeriod.Of(weeks, last, caller.Required.Zone, clock.GetCurrentInstant()), caller.Required, cancellation);
}
