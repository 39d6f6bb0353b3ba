using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Weeks;

namespace Rotfeste.Initiatives.Briefs;

/// <summary>Reads the numbers of a page.</summary>
internal static class FrameReading
{
    private const decimal MostMoney = 10_000_000_000;
    private const decimal MostHours = 10_000;

    /// <summary>Reads the page's numbers: a week that is filled in tells the hours itself. The keys of fields that cannot be read, or that no budget could hold, are listed.</summary>
    public static (Frame Frame, IReadOnlyList<string> Wrong) Of(Brief brief)
    {
        var wrong = new List<string>();
        var money = Number("money", brief.Money, MostMoney, wrong);
        var (week, isRight) = WeekReading.Sum(WeekGrid.Read(brief.Week));
        var hours = week ?? Number("hours", brief.Hours, MostHours, wrong);
        if (!isRight)
            wrong.Add("week");
        LocalDate? until = null;
        if (brief.Until.Trim() is { Length: > 0 } text)
        {
            until = LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 2000 and < 2200 } date } ? date : null;
            if (until is null)
                wrong.Add("until");
        }

        return (new Frame(money, hours, until), wrong);
    }

    /// <summary>A number as people write it here, 0 or more; false where it is none.</summary>
    public static bool TryRead(string typed, out decimal number)
    {
        var wrong = new List<string>();
        number = Number("", typed, MostHours, wrong) ?? -1;
        return wrong.Count == 0 && number >= 0;
    }

    // «240 000», «240.000,50» and «7,5» as people write them here: the last separator with one or two digits after it is the decimal one.
    private static decimal? Number(string key, string typed, decimal most, List<string> wrong)
    {
        var text = new string([.. typed.Where(c => !char.IsWhiteSpace(c) && c != '\u00a0' && c != '\u202f')]);
        if (text.Length == 0)
            return null;

        var point = text.LastIndexOfAny([',', '.']);
        var isDecimal = point >= 0 && text.Length - point - 1 is 1 or 2;
        var digits = isDecimal
            ? $"{Plain(text[..point])}.{text[(point + 1)..]}"
            : Plain(text);
        if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most)
            return number;
        wrong.Add(key);
        return null;
    }

    private static string Plain(string text) => text.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
}
