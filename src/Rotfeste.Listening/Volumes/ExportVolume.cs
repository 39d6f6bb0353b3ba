using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Volumes;

/// <summary>The counts by UTC hour as comma-separated values.</summary>
internal static class ExportVolume
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/mentions/volume.csv", HandleAsync).RequireAuthorization(Access.Member);

    private static async Task<IResult> HandleAsync(Guid? search, AppDb db, IClock clock, CancellationToken cancellation)
    {
        var wanted = search is { } id ? new SearchId(id) : HourCount.All;
        var since = clock.GetCurrentInstant() - Duration.FromDays(366);
        var rows = await db.Set<HourCount>().AsNoTracking().Where(c => c.Search == wanted && c.Hour >= since)
            .OrderBy(c => c.Hour).ToListAsync(cancellation);
        var lines = new StringBuilder("hour_utc,mentions\r\n");
        foreach (var row in rows)
            lines.Append(CultureInfo.InvariantCulture, $"{row.Hour},{row.Count}\r\n");
        return Results.File(Encoding.UTF8.GetBytes(lines.ToString()), "text/csv; charset=utf-8", "mentions.csv");
    }
}
