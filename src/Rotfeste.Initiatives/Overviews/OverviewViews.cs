using NodaTime;
using Rotfeste.Initiatives.Dangers;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Initiatives.Overviews;

/// <summary>What concerns the reader and why, and a page of all initiatives by unit.</summary>
/// <param name="IsMine">Only what concerns the reader is shown, page by page.</param>
/// <param name="Mine">What concerns the reader: what waits first.</param>
/// <param name="MineCount">How many there are.</param>
/// <param name="Units">The page, by unit.</param>
/// <param name="Choices">The units that have initiatives.</param>
/// <param name="Pages">Where in the list this is.</param>
public sealed record OverviewView(
    bool IsMine, IReadOnlyList<MineView> Mine, int MineCount, IReadOnlyList<UnitOverviewView> Units, IReadOnlyList<UnitChoiceView> Choices, PagesView Pages);

/// <summary>An initiative that concerns the reader. Why is a key; it leads to the page where something can be done.</summary>
public sealed record MineView(string Address, string Title, string Why, bool Waits);

/// <summary>The initiatives of one unit; no name for those without a unit.</summary>
public sealed record UnitOverviewView(string? Name, IReadOnlyList<OverviewRowView> Rows);

/// <summary>A unit to choose; no name for those without a unit.</summary>
public sealed record UnitChoiceView(string Key, string? Name, int Count, bool IsChosen);

/// <summary>Where in a list one is; an address is null where there is no such page.</summary>
public sealed record PagesView(int From, int To, int Count, string? Previous, string? Next);

/// <summary>An initiative in the list.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Stage">A key.</param>
/// <param name="Marks">Up, in and sideways, where somebody is asked.</param>
/// <param name="Talk">What to talk about; null where there is no sign of anything.</param>
/// <param name="NextOn">The next day that is set.</param>
/// <param name="NextIs">"Starts" or "LooksAgain".</param>
public sealed record OverviewRowView(
    string Address, string Title, string Stage, IReadOnlyList<OverviewMarkView> Marks, DangerView? Talk, LocalDate NextOn, string NextIs);

/// <summary>One direction's mark.</summary>
public sealed record OverviewMarkView(string Key, string Mark, Standing State);
