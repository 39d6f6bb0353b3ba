namespace Rotfeste.Agreements.Contracts;

/// <summary>How much of the page was settled when the people of one direction were told and heard: the middle one of them counts. Nobody is named.</summary>
/// <param name="Direction">Which.</param>
/// <param name="Sections">How many sections the present version has.</param>
/// <param name="Told">How many of them read as they do now when the people were first asked; 0 before the first version.</param>
/// <param name="Heard">The same when they first said anything (sentence, answer, thread or meeting); null while half or more have not.</param>
public sealed record Hearing(Directions Direction, int Sections, int Told, int? Heard);
