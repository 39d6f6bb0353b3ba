using NodaTime;
using NodaTime.TimeZones;

namespace Rotfeste.Analysis;

/// <summary>Where buckets begin and end in a zone.</summary>
internal static class BucketEdges
{
    private static readonly ZoneLocalMappingResolver StartOrNext =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    public static Instant StartOf(Instant instant, BucketWidth width, DateTimeZone zone)
    {
        if (width == BucketWidth.Hour)
            return HourlyCounts.HourOf(instant);
        var date = instant.InZone(zone).Date;
        var first = width switch
        {
            BucketWidth.Day => date,
            BucketWidth.Week => date.PlusDays(1 - (int)date.DayOfWeek),
            BucketWidth.Month => new LocalDate(date.Year, date.Month, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(width)),
        };
        return StartOfDay(first, zone);
    }

    public static Instant Next(Instant start, BucketWidth width, DateTimeZone zone)
    {
        var date = start.InZone(zone).Date;
        return width switch
        {
            BucketWidth.Hour => start + Duration.FromHours(1),
            BucketWidth.Day => StartOfDay(date.PlusDays(1), zone),
            BucketWidth.Week => StartOfDay(date.PlusWeeks(1), zone),
            _ => StartOfDay(date.PlusMonths(1), zone),
        };
    }

    // A midnight, or a whole day at the date line, can be left out by the clock: then the bucket begins where time goes on.
    private static Instant StartOfDay(LocalDate date, DateTimeZone zone) => zone.ResolveLocal(date.AtMidnight(), StartOrNext).ToInstant();
}
