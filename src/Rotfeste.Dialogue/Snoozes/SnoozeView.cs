using NodaTime;

namespace Rotfeste.Dialogue.Snoozes;

/// <summary>How a conversation is, and can be, put off.</summary>
/// <param name="Until">Until when it is, or null.</param>
/// <param name="IsUrgent">Its answer is soon due: it would come back at once.</param>
/// <param name="Choices">Named times that lie ahead, "tomorrow".</param>
/// <param name="FirstDay">The first day that can be chosen.</param>
/// <param name="LastDay">The last one.</param>
public sealed record SnoozeView(Instant? Until, bool IsUrgent, IReadOnlyList<string> Choices, LocalDate FirstDay, LocalDate LastDay);
