using System.Globalization;
using System.Text;
using NodaTime;

namespace Rotfeste.Dialogue.Reports;

/// <summary>The report as comma-separated values: one line for each group, kind of answer and period; times in minutes, empty where it cannot be told or shown.</summary>
internal static class ReportLines
{
    private const string Heading =
        "part,name,kind,period,asked,answered,in_time,late,working_median,working_90,clock_median,clock_90\r\n";

    public static byte[] Write(ReportView view)
    {
        var lines = new StringBuilder(Heading);
        AddGroups(lines, "all", [view.Whole]);
        AddGroups(lines, "channel", view.Channels);
        AddGroups(lines, "unit", view.Units);
        AddGroups(lines, "label", view.Labels);
        AddGroups(lines, "week", view.ByWeek);
        for (var day = 0; day < view.Asked.Count; day++)
        {
            for (var hour = 0; hour < 24; hour++)
                lines.Append(CultureInfo.InvariantCulture, $"hour,{Quoted($"{view.Asked[day].Name} {hour}")},,now,{view.Asked[day].Hours[hour]},{view.Answered[day].Hours[hour]},,,,,,\r\n");
        }

        AddCount(lines, "outside_hours", "", view.Outside);
        foreach (var part in view.Ages)
            AddCount(lines, "waiting", part.Name, part.Count);
        foreach (var part in view.Outcomes)
            AddCount(lines, "outcome", part.Name, part.Count);
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private static void AddGroups(StringBuilder lines, string part, IReadOnlyList<GroupView> groups)
    {
        foreach (var group in groups)
        {
            Add(lines, part, group.Name, "first", "now", group.Now?.First);
            Add(lines, part, group.Name, "next", "now", group.Now?.Next);
            if (group.Before is null)
                continue;
            Add(lines, part, group.Name, "first", "before", group.Before.First);
            Add(lines, part, group.Name, "next", "before", group.Before.Next);
        }
    }

    private static void Add(StringBuilder lines, string part, string name, string kind, string period, Figure? figure) => lines.Append(
        CultureInfo.InvariantCulture,
        $"{part},{Quoted(name)},{kind},{period},{figure?.Asked},{figure?.Answered},{figure?.InTime},{figure?.Late},{Minutes(figure?.Worked.Median)},{Minutes(figure?.Worked.Ninetieth)},{Minutes(figure?.Passed.Median)},{Minutes(figure?.Passed.Ninetieth)}\r\n");

    private static void AddCount(StringBuilder lines, string part, string name, int count) =>
        lines.Append(CultureInfo.InvariantCulture, $"{part},{Quoted(name)},,now,{count},,,,,,,\r\n");

    private static string Minutes(Duration? time) => time is { } some ? some.TotalMinutes.ToString("0.#", CultureInfo.InvariantCulture) : "";

    // A name that a spreadsheet would take for a formula is made a text.
    private static string Quoted(string name)
    {
        var safe = name.Length > 0 && "=+-@\t\r".Contains(name[0], StringComparison.Ordinal) ? "'" + name : name;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
