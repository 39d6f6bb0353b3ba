using NodaTime;
using NodaTime.Text;

namespace Rotfeste.Dialogue.Snoozes;

/// <summary>What people mean by later, in the organisation's zone.</summary>
internal static class SnoozeTime
{
    private static readonly LocalTime Morning = new(8, 0);
    private static readonly LocalTime Afternoon = new(14, 0);
    private static readonly string[] Named = ["afternoon", "tomorrow", "monday", "week"];

    /// <summary>"afternoon", "tomorrow", "monday", "week" or "2026-12-01"; null where it cannot be read, is not later than now, or is more than a year away.</summary>
    public static Instant? Of(string? choice, Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).Date;
        LocalDateTime? wanted = choice switch
        {
            "afternoon" => today.At(Afternoon),
            "tomorrow" => today.PlusDays(1).At(Morning),
            "week" => today.PlusWeeks(1).At(Morning),
            "monday" => today.Next(IsoDayOfWeek.Monday).At(Morning),
            _ => LocalDatePattern.Iso.Parse(choice ?? "") is { Success: true, Value: var day } ? day.At(Morning) : null,
        };
        return wanted is { } at && at.Date <= LastDay(today) && at.InZoneLeniently(zone).ToInstant() is var until && until > now ? until : null;
    }

    /// <summary>The named times that lie ahead, each once: on a Sunday, Monday is tomorrow.</summary>
    public static IReadOnlyList<string> Ahead(Instant now, DateTimeZone zone) =>
        [.. Named.Where(c => Of(c, now, zone) is not null).DistinctBy(c => Of(c, now, zone))];

    /// <summary>No day after this one.</summary>
    public static LocalDate LastDay(LocalDate today) => today.PlusYears(1);
}
