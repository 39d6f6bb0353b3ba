using NodaTime;

namespace Rotfeste.Listening.Volumes;

/// <summary>The days looked at, today last, and as many before them.</summary>
/// <param name="From">The first moment of the first day.</param>
/// <param name="Earlier">The first moment of as many days before.</param>
/// <param name="EarlierUntil">So long after it as now is after <paramref name="From"/>: the same hours, to be held against each other.</param>
/// <param name="Expected">From where on it must be known what was said, to say what was to be expected.</param>
internal readonly record struct Stretch(Instant From, Instant Earlier, Instant EarlierUntil, Instant Expected)
{
    public static Stretch Of(int days, Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).Date;
        var from = StartOf(1 - days);
        var earlier = StartOf(1 - (2 * days));
        return new(from, earlier, earlier + (now - from), StartOf(1 - days - Expecting.DaysBack));

        Instant StartOf(int offset) => zone.AtStartOfDay(today.PlusDays(offset)).ToInstant();
    }
}
