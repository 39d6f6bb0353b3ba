using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Rotfeste.Analysis;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Overviews;
using Rotfeste.People.Contracts;

namespace Rotfeste.Listening.Volumes;

/// <summary>
/// The counts by UTC hour as comma-separated values, from the first hour that was listened to, a year back at most. An hour without a figure
/// is empty and not 0, and what was missing stands beside it.
/// </summary>
internal static class ExportVolume
{
    private static readonly Duration Furthest = Duration.FromDays(366);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/mentions/volume.csv", HandleAsync).RequireAuthorization(Access.Member);

    private static async Task<IResult> HandleAsync(HttpRequest request, VolumeReading reading, IClock clock, CancellationToken cancellation)
    {
        var (hours, missed) = await reading.HoursAsync(MentionsAsked.From(request.Query), clock.GetCurrentInstant() - Furthest, cancellation);
        var gaps = missed.Where(m => m.Gap is not null).ToList();
        var lines = new StringBuilder("hour_utc,mentions,missing\r\n");
        foreach (var hour in hours.SkipWhile(h => h.State == BucketState.Unknown && !gaps.Exists(g => g.Touches(h.Start, h.End))))
        {
            var names = string.Join("; ", gaps.Where(g => g.Touches(hour.Start, hour.End)).Select(g => g.Gap!.Name).Distinct());
            lines.Append(CultureInfo.InvariantCulture, $"{hour.Start},{hour.Count},{(names.Length == 0 ? "" : ExportOverview.Quoted(names))}\r\n");
        }

        return Results.File(Encoding.UTF8.GetBytes(lines.ToString()), "text/csv; charset=utf-8", "mentions.csv");
    }
}
