namespace Rotfeste.People.Profiles;

/// <summary>The person's own choices in one organisation.</summary>
/// <param name="Answering">"None", "Asked" or "Yes".</param>
/// <param name="NameChoice">"NotAsked", "Name" or "Shielded".</param>
/// <param name="WithName">The signature with the name, as the organisation's style has it.</param>
/// <param name="WithoutName">The signature without.</param>
/// <param name="StyleHidesNames">The organisation signs with the unit's name, so there is no choice to make.</param>
public sealed record MyPlaceView(string Answering, string NameChoice, string WithName, string WithoutName, bool StyleHidesNames);
