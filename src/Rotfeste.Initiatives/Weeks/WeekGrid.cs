using System.Globalization;

namespace Rotfeste.Initiatives.Weeks;

/// <summary>One person's week.</summary>
/// <param name="Name">Who, in words.</param>
/// <param name="Cells">Hours from Monday to Sunday, as typed; "" is none.</param>
internal sealed record WeekRow(string Name, IReadOnlyList<string> Cells)
{
    public static WeekRow Empty { get; } = new("", [.. Enumerable.Repeat("", WeekGrid.Days)]);

    public bool IsEmpty => Name.Length == 0 && Cells.All(c => c.Length == 0);
}

/// <summary>Who has how many hours on which day. It lies in the page as lines: a name and seven cells between tabs; a line without tabs is words.</summary>
internal sealed record WeekGrid(IReadOnlyList<WeekRow> Rows)
{
    public const int Days = 7;
    public const int MostRows = 40;
    public const int LongestName = 120;
    public const int LongestCell = 6;

    public static WeekGrid Read(string text) => new([.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(MostRows).Select(ReadRow)]);

    /// <summary>The week as a form gives it; null where the form has none.</summary>
    public static WeekGrid? ReadForm(Func<string, string?> given) => given(NameOf(0, "name")) is null
        ? null
        : new WeekGrid(
        [
            .. Enumerable.Range(0, MostRows).TakeWhile(i => given(NameOf(i, "name")) is not null)
                .Select(i => new WeekRow(
                    Clean(given(NameOf(i, "name")), LongestName),
                    [.. Enumerable.Range(0, Days).Select(day => Clean(given(NameOf(i, $"{day}")), LongestCell))]))
                .Where(row => !row.IsEmpty),
        ]);

    public static string NameOf(int row, string cell) => $"week.{row}.{cell}";

    public string Write() => string.Join('\n', Rows.Select(r => string.Join('\t', r.Cells.Prepend(r.Name))));

    /// <summary>A line a person: "Jonas Eide: mandag 3, tirsdag 3". Days are named in the current language.</summary>
    public string Say() => string.Join('\n', Rows.Select(Say));

    private static string Say(WeekRow row)
    {
        var days = row.Cells.Select((hours, day) => (Hours: hours, Day: NameOf(day))).Where(c => c.Hours.Length > 0);
        var said = string.Join(", ", days.Select(c => $"{c.Day} {c.Hours}"));
        return said.Length == 0 ? row.Name : $"{row.Name}: {said}";
    }

    /// <summary>0 is Monday; in the current language.</summary>
    public static string NameOf(int day) => CultureInfo.CurrentCulture.DateTimeFormat.DayNames[(day + 1) % Days];

    /// <summary>The same, short.</summary>
    public static string ShortNameOf(int day) => CultureInfo.CurrentCulture.DateTimeFormat.AbbreviatedDayNames[(day + 1) % Days].TrimEnd('.');

    private static WeekRow ReadRow(string line) => line.Split('\t') is [var name, .. var cells] && cells.Length == Days
        ? new WeekRow(name, cells)
        : WeekRow.Empty with { Name = line.Replace('\t', ' ') };

    private static string Clean(string? text, int most)
    {
        var line = string.Join(' ', (text ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= most ? line : line[..most];
    }
}
