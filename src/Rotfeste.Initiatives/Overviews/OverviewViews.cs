using NodaTime;

namespace Rotfeste.Initiatives.Overviews;

/// <summary>All initiatives, by unit.</summary>
public sealed record OverviewView(IReadOnlyList<UnitOverviewView> Units);

/// <summary>The initiatives of one unit; no name for those without a unit.</summary>
public sealed record UnitOverviewView(string? Name, IReadOnlyList<OverviewRowView> Rows);

/// <summary>An initiative in the list.</summary>
public sealed record OverviewRowView(
    string Address, string Title, string Stage, string Owner, string Leader, bool IsPublished, LocalDate LookAgainOn);
