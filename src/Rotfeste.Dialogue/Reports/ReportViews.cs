using NodaTime;
using Rotfeste.Platform.Ui.Charts;

namespace Rotfeste.Dialogue.Reports;

/// <summary>First and next answers of all, of an account, a unit, a label or a week.</summary>
/// <param name="Name">In the reader's words.</param>
/// <param name="Now">First, then next answers; null where too few people stand behind them.</param>
/// <param name="Before">The same in the period before; null where that may not be shown either, or is not asked for.</param>
/// <param name="Cut">What narrows to it.</param>
public sealed record GroupView(string Name, PairView? Now, PairView? Before, CutView Cut);

/// <summary>Answers of both kinds.</summary>
public sealed record PairView(Figure First, Figure Next);

/// <summary>What leads to the conversations behind a figure, as the end of an address.</summary>
/// <param name="Query">"channel=…"; empty for all.</param>
public sealed record CutView(string Query)
{
    /// <summary>The id, or the Monday, in it.</summary>
    internal string Value => Query[(Query.IndexOf('=', StringComparison.Ordinal) + 1)..];
}

/// <summary>A number with a name, and its conversations.</summary>
public sealed record PartView(string Name, int Count, string Query);

/// <summary>The response report.</summary>
public sealed record ReportView
{
    /// <summary>Its first day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Its last day.</summary>
    public required LocalDate Last { get; init; }

    /// <summary>How many weeks.</summary>
    public required int Weeks { get; init; }

    /// <summary>Its last week is not over.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>All.</summary>
    public required GroupView Whole { get; init; }

    /// <summary>By account.</summary>
    public required IReadOnlyList<GroupView> Channels { get; init; }

    /// <summary>By the unit of those who answered.</summary>
    public required IReadOnlyList<GroupView> Units { get; init; }

    /// <summary>By label.</summary>
    public required IReadOnlyList<GroupView> Labels { get; init; }

    /// <summary>By week, oldest first.</summary>
    public required IReadOnlyList<GroupView> ByWeek { get; init; }

    /// <summary>Hours in which was asked.</summary>
    public required IReadOnlyList<ChartDay> Asked { get; init; }

    /// <summary>Hours in which was answered.</summary>
    public required IReadOnlyList<ChartDay> Answered { get; init; }

    /// <summary>Asked while nobody was at work.</summary>
    public required int Outside { get; init; }

    /// <summary>What waits now, by how long.</summary>
    public required IReadOnlyList<PartView> Ages { get; init; }

    /// <summary>What came of those closed in the period.</summary>
    public required IReadOnlyList<PartView> Outcomes { get; init; }

    /// <summary>All questions of the period.</summary>
    public int Count => Whole.Now is { } now ? now.First.Asked + now.Next.Asked : 0;
}
