using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Listening.Mentions;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Ui.Charts;

namespace Rotfeste.Listening.Overviews;

/// <summary>All that the overview shows beside the volume, as comma-separated values: one row for each number.</summary>
internal static class ExportOverview
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/mentions/overview.csv", HandleAsync).RequireAuthorization(Access.Member);

    private static async Task<IResult> HandleAsync(HttpRequest request, OverviewReading reading, CancellationToken cancellation)
    {
        var view = await reading.ReadAsync(MentionsAsked.From(request.Query), cancellation);
        var lines = new StringBuilder("part,name,now,before\r\n");
        Add(lines, "kind", view.Kinds);
        Add(lines, "search", view.Searches);
        Add(lines, "source", view.Sources);
        Add(lines, "language", view.Languages);
        Add(lines, "label", view.Labels);
        for (var at = 0; view.Week is { } week && at < 7 * 24; at++)
        {
            var (day, hour) = (at / 24, at % 24);
            Add(lines, "hour", string.Create(CultureInfo.InvariantCulture, $"{week.Days[day].Name} {hour}"), week.Days[day].Hours[hour], week.Before?.Days[day].Hours[hour]);
        }

        foreach (var word in view.Digest.Words)
            Add(lines, "word", word.Word, word.Now, word.Before);
        foreach (var link in view.Digest.Links)
            Add(lines, "link", link.Link, link.Count, link.Before);
        return Results.File(Encoding.UTF8.GetBytes(lines.ToString()), "text/csv; charset=utf-8", "overview.csv");
    }

    private static void Add(StringBuilder lines, string part, IReadOnlyList<ChartShare> shares)
    {
        foreach (var share in shares)
            Add(lines, part, share.Name, share.Count, share.Before);
    }

    private static void Add(StringBuilder lines, string part, string name, long now, long? before) =>
        lines.Append(CultureInfo.InvariantCulture, $"{part},{Quoted(name)},{now},{before}\r\n");

    // A name that a spreadsheet would take for a formula is made a text.
    internal static string Quoted(string name)
    {
        var safe = name.Length > 0 && "=+-@\t\r".Contains(name[0], StringComparison.Ordinal) ? "'" + name : name;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
