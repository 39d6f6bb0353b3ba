using Rotfeste.Platform.Callers;

namespace Rotfeste.Agreements.Contracts;

/// <summary>An invented answer to plant, for the demo, tests and benchmarks.</summary>
/// <param name="Person">Who is asked.</param>
/// <param name="Kind">The answer.</param>
/// <param name="Reason">Its reason, or "".</param>
/// <param name="Sentence">What will be different in a year, or "" for none.</param>
public sealed record ExampleStand(PersonId Person, AnswerKind Kind, string Reason, string Sentence);
