using NodaTime.TimeZones;

namespace Rotfeste.People.Organisations;

/// <summary>The time zones one can choose between: one for each place that keeps its own time, out of the TZDB.</summary>
internal static class Zones
{
    /// <summary>By part of the world, then by place.</summary>
    public static IReadOnlyList<ZoneRegion> Regions { get; } =
    [
        .. (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).Select(l => l.ZoneId).Append("Etc/UTC").Distinct(StringComparer.Ordinal)
            .Select(id => new Zone(id, PlaceOf(id)))
            .GroupBy(z => z.Id.Split('/')[0])
            .Select(g => new ZoneRegion(g.Key, [.. g.OrderBy(z => z.Place, StringComparer.Ordinal)]))
            .OrderBy(r => r.Name, StringComparer.Ordinal),
    ];

    /// <summary>The id where one can choose it, else null.</summary>
    public static string? Find(string? id) => Regions.SelectMany(r => r.Zones).FirstOrDefault(z => z.Id == id)?.Id;

    // "America/Argentina/Buenos_Aires" is "Argentina / Buenos Aires" under America.
    private static string PlaceOf(string id) => id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace("/", " / ", StringComparison.Ordinal).Replace('_', ' ');
}

/// <summary>A time zone.</summary>
/// <param name="Id">TZDB id, "Europe/Oslo".</param>
/// <param name="Place">The place as one reads it, "Oslo".</param>
internal sealed record Zone(string Id, string Place);

/// <summary>Zones of one part of the world.</summary>
/// <param name="Name">As the TZDB has it, "Europe".</param>
/// <param name="Zones">By place.</param>
internal sealed record ZoneRegion(string Name, IReadOnlyList<Zone> Zones);
