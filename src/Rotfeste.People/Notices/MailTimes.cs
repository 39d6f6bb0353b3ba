using NodaTime;
using Rotfeste.People.Contracts;

namespace Rotfeste.People.Notices;

/// <summary>When a notice goes by mail. Hours are read on the organisation's clock, also on the two nights when it is changed.</summary>
internal static class MailTimes
{
    /// <summary>From <paramref name="now"/> on; null when never.</summary>
    public static Instant? Next(MailChoice choice, NoticeUrgency urgency, Instant now, DateTimeZone zone)
    {
        if (choice.Way == MailWay.Never)
            return null;
        if (urgency == NoticeUrgency.Urgent)
            return choice.UrgentBreaksQuiet ? now : AfterQuiet(choice, now, zone);
        if (choice.Way == MailWay.Daily || urgency == NoticeUrgency.Calm)
            return NextHour(choice.DailyHour, now, zone);
        return AfterQuiet(choice, NextMinute(now), zone);
    }

    // What comes in a burst goes in one mail, and what is read at once in none.
    private static Instant NextMinute(Instant now)
    {
        var (minute, at) = (NodaConstants.TicksPerMinute, (now + Duration.FromMinutes(1)).ToUnixTimeTicks());
        return Instant.FromUnixTimeTicks((at + minute - 1) / minute * minute);
    }

    private static Instant AfterQuiet(MailChoice choice, Instant at, DateTimeZone zone) =>
        IsQuiet(choice, at.InZone(zone).Hour) ? NextHour(choice.QuietTo, at, zone) : at;

    private static bool IsQuiet(MailChoice choice, int hour) => choice.QuietFrom <= choice.QuietTo
        ? hour >= choice.QuietFrom && hour < choice.QuietTo
        : hour >= choice.QuietFrom || hour < choice.QuietTo;

    // An hour that the clock skips is the next one there is; one that comes twice is its first.
    private static Instant NextHour(int hour, Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).Date.At(new LocalTime(hour, 0));
        var at = zone.AtLeniently(today).ToInstant();
        return at > now ? at : zone.AtLeniently(today.PlusDays(1)).ToInstant();
    }
}
