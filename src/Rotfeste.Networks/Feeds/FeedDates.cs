using System.Globalization;

namespace Rotfeste.Networks.Feeds;

/// <summary>
/// Dates as feeds write them: RFC 822 and 3339, W3CDTF, what asctime and web shops make of it, English and Scandinavian months. A date
/// without a time is its midnight, a time without a zone is UTC. Nothing is guessed beyond that: a year without a month and day, a day
/// that the month has not, 2/1/2006 (whose January?) are null.
/// </summary>
public static class FeedDates
{
    private const int Longest = 80;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["z"] = 0, ["ut"] = 0, ["utc"] = 0, ["gmt"] = 0, ["wet"] = 0, ["bst"] = 60, ["west"] = 60, ["cet"] = 60, ["met"] = 60, ["cest"] = 120,
        ["mest"] = 120, ["eet"] = 120, ["eest"] = 180, ["est"] = -300, ["edt"] = -240, ["cst"] = -360, ["cdt"] = -300, ["mst"] = -420,
        ["mdt"] = -360, ["pst"] = -480, ["pdt"] = -420,
    };

    /// <summary>The moment, or null where it cannot be told.</summary>
    /// <param name="text">As written.</param>
    public static DateTimeOffset? Parse(string? text)
    {
        if (text is not { Length: > 0 and <= Longest })
            return null;
        var parts = new Parts();
        foreach (var word in Spaced(text).Split([' ', ',', '\t', '\r', '\n', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!parts.Take(word))
                return null;
        }

        return parts.ToMoment();
    }

    // 2006-01-02T15:04 is two words; so is 02Jan, but that nobody writes.
    private static string Spaced(string text)
    {
        var at = text.IndexOf('T', StringComparison.Ordinal);
        return at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]) ? $"{text[..at]} {text[(at + 1)..]}" : text;
    }

    private sealed class Parts
    {
        private int? year;
        private int? month;
        private int? day;
        private TimeSpan time;
        private bool hasTime;
        private int zone;
        private int? noon;

        public bool Take(string word) =>
            TakeClock(word) || TakeNumericDate(word) || TakeZone(word) || TakeNumber(word) || TakeName(word);

        public DateTimeOffset? ToMoment()
        {
            if (year is not { } y || month is not { } m || day is not { } d || y is < 1 or > 9998 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m))
                return null;
            var clock = noon is { } half && hasTime ? TimeSpan.FromHours((time.Hours % 12) + half) + new TimeSpan(0, time.Minutes, time.Seconds) : time;
            return Math.Abs(zone) > 14 * 60
                ? null
                : new DateTimeOffset(new DateTime(y, m, d, 0, 0, 0, DateTimeKind.Utc) + clock - TimeSpan.FromMinutes(zone), TimeSpan.Zero);
        }

        // 15:04, 15:04:05.678, with "pm" or a zone glued to it.
        private bool TakeClock(string word)
        {
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            if (hasTime || colon is < 1 or > 2 || !char.IsAsciiDigit(word[0]))
                return false;
            var end = colon + 1;
            while (end < word.Length && (char.IsAsciiDigit(word[end]) || word[end] is ':' or '.'))
                end++;
            var pieces = word[..end].TrimEnd(':', '.').Split(':');
            if (pieces.Length > 3 || !TryNumber(pieces[0], out var hours) || !TryNumber(pieces[1], out var minutes) || hours > 24 || minutes > 59)
                return false;
            var seconds = 0.0;
            if (pieces.Length == 3 && !double.TryParse(pieces[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds))
                return false;
            time = TimeSpan.FromSeconds((hours * 3600) + (minutes * 60) + Math.Min(seconds, 59.999999));
            hasTime = true;
            return end == word.Length || Take(word[end..]);
        }

        // 2006-01-02, 2006/1/2, 02.01.2006, 20060102; with the month in the middle only where that is certain.
        private bool TakeNumericDate(string word)
        {
            if (year is not null || month is not null)
                return false;
            var pieces = word.Split('-', '/', '.');
            if (pieces.Length != 3 || !TryNumber(pieces[0], out var first) || !TryNumber(pieces[2], out var last))
                return false;
            var middle = TryNumber(pieces[1], out var number) ? number : MonthOf(pieces[1]);
            if (pieces[0].Length == 4)
                return Set(first, middle, last);
            if (pieces[2].Length == 4 && (word.Contains('.', StringComparison.Ordinal) || pieces[1].Length > 2 || first > 12))
                return Set(last, middle, first);
            return pieces[2].Length == 4 && middle > 12 && Set(last, first, middle);
        }

        private bool TakeZone(string word)
        {
            if (word[0] is '+' or '-' && (hasTime || year is not null))
                return TakeOffset(word);
            var signed = word.AsSpan(1).IndexOfAny('+', '-') + 1;
            if (signed > 0 && Zones.ContainsKey(word[..signed]))
                return TakeOffset(word[signed..]);
            if (!Zones.TryGetValue(word, out var minutes))
                return false;
            if (zone == 0)
                zone = minutes;
            return true;
        }

        private bool TakeOffset(string word)
        {
            var digits = word.Replace(":", "", StringComparison.Ordinal).TrimStart('+', '-');
            if (digits.Length is 3 or 1)
                digits = "0" + digits;
            if (digits.Length is not (2 or 4 or 6) || !TryNumber(digits[..2], out var hours) || !TryNumber(digits.Length > 2 ? digits[2..4] : "0", out var minutes))
                return false;
            zone = (word[0] == '-' ? -1 : 1) * ((hours * 60) + minutes);
            return true;
        }

        private bool TakeNumber(string word)
        {
            if (!TryNumber(word.TrimEnd('.'), out var number))
                return false;
            if (word.Length == 8 && year is null)
                return Set(number / 10_000, number / 100 % 100, number % 100);
            if (word.Length == 4)
                year ??= number;
            else if (day is null && number is > 0 and <= 31)
                day = number;
            else if (year is null)
                year = number < 70 ? 2000 + number : 1900 + number;
            return true;
        }

        // Names of days say nothing new, in whatever language.
        private bool TakeName(string word)
        {
            if (word.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal) is "am" or "pm" && word[0] is var half)
                noon = half is 'p' or 'P' ? 12 : 0;
            else if (MonthOf(word) is > 0 and var named)
                month ??= named;
            return char.IsLetter(word[0]);
        }

        private bool Set(int y, int m, int d)
        {
            (year, month, day) = (y, m, d);
            return true;
        }

        private static int MonthOf(string word)
        {
            if (word.Length < 3)
                return 0;
            var short3 = word[..3].ToLowerInvariant();
            return short3 switch
            {
                "mai" or "maj" => 5,
                "okt" => 10,
                "des" => 12,
                _ => Array.IndexOf(Months, short3) + 1,
            };
        }

        private static bool TryNumber(string word, out int number) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
