using NodaTime;
using Rotfeste.Dialogue.Snoozes;

namespace Rotfeste.Tests.Dialogue.Snoozes;

public sealed class SnoozeTimeTests
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];

    // A Friday, 10 in the morning in Oslo; on Sunday 25 October the clock goes back.
    private static readonly Instant Friday = Instant.FromUtc(2026, 10, 23, 8, 0);

    [Theory]
    [InlineData("afternoon", 23, 12)]
    [InlineData("tomorrow", 24, 6)]
    [InlineData("monday", 26, 7)]
    [InlineData("week", 30, 7)]
    [InlineData("2026-10-27", 27, 7)]
    public void Later_is_meant_in_the_organisations_own_time(string choice, int day, int hour) =>
        SnoozeTime.Of(choice, Friday, Oslo).ShouldBe(Instant.FromUtc(2026, 10, day, hour, 0));

    [Theory]
    [InlineData("2026-10-23")]
    [InlineData("2027-10-24")]
    [InlineData("soon")]
    [InlineData(null)]
    public void What_has_passed_or_is_too_far_off_or_says_nothing_is_refused(string? choice) =>
        SnoozeTime.Of(choice, Friday, Oslo).ShouldBeNull();

    [Theory]
    [InlineData(23, 8, "afternoon tomorrow monday week")]
    [InlineData(23, 12, "tomorrow monday week")]
    [InlineData(25, 8, "afternoon tomorrow week")]
    public void Only_times_that_lie_ahead_are_offered_and_each_once(int day, int hour, string choices) =>
        string.Join(' ', SnoozeTime.Ahead(Instant.FromUtc(2026, 10, day, hour, 0), Oslo)).ShouldBe(choices);
}
