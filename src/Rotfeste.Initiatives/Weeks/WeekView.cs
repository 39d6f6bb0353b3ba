namespace Rotfeste.Initiatives.Weeks;

/// <summary>Who does it when, to be filled in.</summary>
/// <param name="Rows">Those that are, and an empty one.</param>
/// <param name="People">Names that can be picked instead of typed.</param>
/// <param name="Sum">All hours together; null where there are none.</param>
public sealed record WeekView(IReadOnlyList<WeekRowView> Rows, IReadOnlyList<string> People, decimal? Sum);

/// <summary>One person's week: seven cells from Monday, and their sum.</summary>
public sealed record WeekRowView(string Name, IReadOnlyList<string> Cells, decimal Sum);
