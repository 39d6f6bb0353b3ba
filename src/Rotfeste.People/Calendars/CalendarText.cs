using System.Text;
using NodaTime;
using NodaTime.Text;
using Rotfeste.Platform.Slots;

namespace Rotfeste.People.Calendars;

/// <summary>Dates as an iCalendar object (RFC 5545): times in UTC, lines of at most 75 bytes, the same UID for the same date.</summary>
internal static class CalendarText
{
    private const int LongestLine = 75;
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <param name="name">What the calendar is called.</param>
    /// <param name="dates">What stands in it.</param>
    /// <param name="zone">Whose clock the times are on.</param>
    /// <param name="root">The organisation's whole address, with a slash at the end.</param>
    /// <param name="now">When it was made.</param>
    public static string Write(string name, IEnumerable<PersonDate> dates, DateTimeZone zone, Uri root, Instant now)
    {
        var lines = new StringBuilder();
        void Line(string property, string value) => Fold(lines, $"{property}:{value}");
        Line("BEGIN", "VCALENDAR");
        Line("VERSION", "2.0");
        Line("PRODID", "-//Rotfeste//Rotfeste//EN");
        Line("CALSCALE", "GREGORIAN");
        Line("X-WR-CALNAME", Escape(name));
        Line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        Line("X-PUBLISHED-TTL", "PT1H");
        foreach (var date in dates)
        {
            Line("BEGIN", "VEVENT");
            Line("UID", Escape($"{date.Id}@{root.Host}"));
            Line("DTSTAMP", Utc.Format(now));
            if (date.Clock is { } clock)
                Line("DTSTART", Utc.Format(zone.AtLeniently(date.Day.At(clock)).ToInstant()));
            else
                Line("DTSTART;VALUE=DATE", Date.Format(date.Day));
            Line("SUMMARY", Escape(date.Title));
            Line("URL", new Uri(root, date.Path).AbsoluteUri);
            Line("TRANSP", "TRANSPARENT");
            Line("END", "VEVENT");
        }

        Line("END", "VCALENDAR");
        return lines.ToString();
    }

    // Section 3.3.11. Other control characters have no place in a text.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            if (letter == '\n')
                escaped.Append("\\n");
            else if (letter is '\\' or ';' or ',')
                escaped.Append('\\').Append(letter);
            else if (!char.IsControl(letter))
                escaped.Append(letter);
        }

        return escaped.ToString();
    }

    // Section 3.1: counted in bytes, and never in the middle of a letter.
    private static void Fold(StringBuilder lines, string line)
    {
        var room = LongestLine;
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Utf8SequenceLength > room)
            {
                lines.Append("\r\n ");
                room = LongestLine - 1;
            }

            lines.Append(rune.ToString());
            room -= rune.Utf8SequenceLength;
        }

        lines.Append("\r\n");
    }
}
