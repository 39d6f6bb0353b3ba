using System.Text;
using NodaTime;
using Rotfeste.People.Calendars;
using Rotfeste.Platform.Slots;

namespace Rotfeste.Tests.People.Calendars;

public sealed class CalendarTextTests
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
    private static readonly Uri Root = new("https://rot.example/fjordvik/");
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 25, 12, 0);

    [Fact]
    public void A_day_is_a_date_and_a_time_is_in_UTC()
    {
        var lines = Lines(
            new PersonDate("look-again-1", new LocalDate(2026, 12, 1), null, "Se på tiltaket", "initiatives/1"),
            new PersonDate("talk-2", new LocalDate(2026, 12, 1), new LocalTime(14, 10), "Samtale", "initiatives/2"),
            new PersonDate("talk-3", new LocalDate(2027, 6, 1), new LocalTime(14, 10), "Samtale", "initiatives/3"));

        lines.ShouldContain("DTSTART;VALUE=DATE:20261201");
        lines.ShouldContain("DTSTART:20261201T131000Z");
        lines.ShouldContain("DTSTART:20270601T121000Z");
        lines.ShouldContain("UID:look-again-1@rot.example");
        lines.ShouldContain("URL:https://rot.example/fjordvik/initiatives/1");
        lines.Count(l => l == "DTSTAMP:20261125T120000Z").ShouldBe(3);
        lines.Count(l => l == "BEGIN:VEVENT").ShouldBe(3);
        lines.Count(l => l == "END:VEVENT").ShouldBe(3);
    }

    [Fact]
    public void A_time_that_the_clock_skips_is_the_hour_after() =>
        Lines(new PersonDate("a", new LocalDate(2027, 3, 28), new LocalTime(2, 30), "x", "y")).ShouldContain("DTSTART:20270328T013000Z");

    [Fact]
    public void Words_cannot_end_their_line_or_begin_a_property()
    {
        var text = Write(new PersonDate("a", new LocalDate(2026, 12, 1), null, "Møte; kl. 8, rom\\A\r\nATTENDEE:mailto:x@else.example\u0007", "y"));

        text.ShouldContain("SUMMARY:Møte\\; kl. 8\\, rom\\\\A\\nATTENDEE:mailto:x@else.example\r\n");
        text.Split("\r\n").ShouldNotContain(l => l.StartsWith("ATTENDEE", StringComparison.Ordinal));
    }

    [Fact]
    public void Long_lines_are_folded_by_bytes_and_unfold_to_what_they_were()
    {
        var title = string.Concat(Enumerable.Repeat("Blåbærsyltetøy på brødskiva 🫐, ", 20));

        var text = Write(new PersonDate("a", new LocalDate(2026, 12, 1), null, title, "y"));

        text.Split("\r\n").ShouldAllBe(l => Encoding.UTF8.GetByteCount(l) <= 75);
        text.ShouldNotContain('\uFFFD');
        text.Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain($"SUMMARY:{title.Replace(",", "\\,", StringComparison.Ordinal)}\r\n");
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
    }

    private static string Write(params PersonDate[] dates) => CalendarText.Write("Fjordvik", dates, Oslo, Root, Now);

    private static string[] Lines(params PersonDate[] dates) => Write(dates).Split("\r\n");
}
