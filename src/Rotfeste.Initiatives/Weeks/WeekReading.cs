using Rotfeste.Initiatives.Briefs;

namespace Rotfeste.Initiatives.Weeks;

/// <summary>Adds up a week's hours.</summary>
internal static class WeekReading
{
    private const decimal MostADay = 24;

    /// <summary>All hours together, and whether every cell could be read; null where no hour is filled in.</summary>
    public static (decimal? Hours, bool IsRight) Sum(WeekGrid week)
    {
        var cells = week.Rows.SelectMany(r => r.Cells).Where(c => c.Length > 0).Select(HoursOf).ToList();
        return cells.Count == 0 ? (null, true) : (cells.Sum(c => c ?? 0), cells.TrueForAll(c => c is not null));
    }

    /// <summary>One person's hours, as far as they can be read.</summary>
    public static decimal SumOf(WeekRow row) => row.Cells.Sum(c => HoursOf(c) ?? 0);

    private static decimal? HoursOf(string cell) => FrameReading.TryRead(cell, out var hours) && hours is >= 0 and <= MostADay ? hours : null;
}
