namespace Rotfeste.Initiatives.Dangers;

/// <summary>A danger on a screen.</summary>
/// <param name="Kind">A key.</param>
/// <param name="Nearness">"Now", "Watch" or "None".</param>
/// <param name="Case">A key: which of the ways in which it shows.</param>
/// <param name="Numbers">For the words.</param>
/// <param name="Step">Where the next step is taken; null where there is none.</param>
public sealed record DangerView(string Kind, string Nearness, string Case, IReadOnlyList<int> Numbers, string? Step);
