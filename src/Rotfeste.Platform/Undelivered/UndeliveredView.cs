using NodaTime;

namespace Rotfeste.Platform.Undelivered;

/// <summary>What was not delivered, as the page shows it.</summary>
/// <param name="Rows">Longest first.</param>
/// <param name="IsTried">Somebody has just said "try again".</param>
public sealed record UndeliveredView(IReadOnlyList<UndeliveredRow> Rows, bool IsTried);

/// <summary>One handler, or one kind of job, that could not do its work.</summary>
/// <param name="Name">The handler's full name, or the job's: what whoever runs the installation finds in the log.</param>
/// <param name="Count">How many lie still.</param>
/// <param name="Since">When the oldest happened.</param>
/// <param name="Error">Kind of the last error.</param>
public sealed record UndeliveredRow(string Name, int Count, Instant Since, string Error);
