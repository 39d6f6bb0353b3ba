using NodaTime;
using Rotfeste.Initiatives.Dangers;
using Rotfeste.Platform.Slots;

namespace Rotfeste.Initiatives.Tables;

/// <summary>A leader's own page.</summary>
/// <param name="Today">On the organisation's calendar.</param>
/// <param name="Count">How many things wait in all.</param>
/// <param name="Waits">Three at the most.</param>
/// <param name="Heard">What people said this week; three at the most.</param>
/// <param name="Danger">One danger with its next step; null where there is no sign.</param>
/// <param name="IsTold">The leader is told every Monday.</param>
public sealed record TableView(
    LocalDate Today, int Count, IReadOnlyList<WaitView> Waits, IReadOnlyList<HeardWords> Heard, NearestView? Danger, bool IsTold);

/// <summary>Something that waits.</summary>
/// <param name="Kind">A key of the texts.</param>
/// <param name="Title">The initiative's title, or who asks.</param>
/// <param name="Address">Where it is settled.</param>
/// <param name="By">Whose words these are, or null.</param>
/// <param name="Words">What they said; null where nothing is quoted.</param>
/// <param name="Until">The exception's last day, or null.</param>
public sealed record WaitView(string Kind, string Title, string Address, string? By, string? Words, LocalDate? Until);

/// <summary>The nearest danger, and the initiative that it is about.</summary>
public sealed record NearestView(string Title, string Address, DangerView Danger);
