namespace Rotfeste.Initiatives.Dangers;

/// <summary>How much of the page was settled when people of one direction were told and heard.</summary>
/// <param name="Direction">"Up", "In" or "Sideways".</param>
/// <param name="Sections">Of the present version.</param>
/// <param name="Told">Settled when they were told.</param>
/// <param name="Heard">Settled when they were heard; null while most have not been.</param>
public sealed record HearingView(string Direction, int Sections, int Told, int? Heard);
