namespace Rotfeste.Dialogue.Programs;

/// <summary>One kind of answer in figures. Times are whole seconds; null where fewer than five were answered.</summary>
/// <param name="Asked">Questions.</param>
/// <param name="Answered">Those answered.</param>
/// <param name="InTime">Answered within the aim.</param>
/// <param name="Late">Beyond the aim, answered or not.</param>
/// <param name="PercentInTime">Of all that have an aim; null where it cannot be told.</param>
/// <param name="WorkedMedian">In working time, half of them within it.</param>
/// <param name="Worked90">In working time, nine of ten within it.</param>
/// <param name="ClockMedian">By the clock, half of them within it.</param>
/// <param name="Clock90">By the clock, nine of ten within it.</param>
internal sealed record FigureJson(
    int Asked, int Answered, int InTime, int Late, int? PercentInTime, long? WorkedMedian, long? Worked90, long? ClockMedian, long? Clock90);

/// <summary>First answers, and answers to what was asked next.</summary>
internal sealed record AnswersJson(FigureJson First, FigureJson Next);

/// <summary>An account, a unit or a label.</summary>
/// <param name="Id">Which; null for the answers of people without a unit.</param>
/// <param name="Name">In the language asked for.</param>
/// <param name="Now">Null where too few people stand behind it.</param>
/// <param name="Before">In as long a stretch of the weeks before; null where too few people stand behind it.</param>
internal sealed record ReportGroupJson(Guid? Id, string Name, AnswersJson? Now, AnswersJson? Before);

/// <summary>A week, by its Monday.</summary>
internal sealed record ReportWeekJson(DateOnly Monday, AnswersJson? Now);

/// <summary>The response report.</summary>
/// <param name="From">Its first day, a Monday.</param>
/// <param name="Last">Its last day.</param>
/// <param name="Weeks">How many.</param>
/// <param name="IsCurrent">Its last week is not over.</param>
/// <param name="Now">All of it.</param>
/// <param name="Before">As long a stretch of the weeks before.</param>
/// <param name="Channels">By account.</param>
/// <param name="Units">By the unit of those who answered.</param>
/// <param name="Labels">By label; a conversation with two stands under both.</param>
/// <param name="ByWeek">Oldest first.</param>
internal sealed record ResponseReportJson(
    DateOnly From, DateOnly Last, int Weeks, bool IsCurrent, AnswersJson? Now, AnswersJson? Before, IReadOnlyList<ReportGroupJson> Channels,
    IReadOnlyList<ReportGroupJson> Units, IReadOnlyList<ReportGroupJson> Labels, IReadOnlyList<ReportWeekJson> ByWeek);
