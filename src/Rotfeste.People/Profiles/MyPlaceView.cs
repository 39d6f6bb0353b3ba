using Rotfeste.People.Notices;

namespace Rotfeste.People.Profiles;

/// <summary>The person's own choices in one organisation.</summary>
/// <param name="Answering">"None", "Asked" or "Yes".</param>
/// <param name="NameChoice">"NotAsked", "Name" or "Shielded".</param>
/// <param name="WithName">The signature with the name, as the organisation's style has it.</param>
/// <param name="WithoutName">The signature without.</param>
/// <param name="StyleHidesNames">The organisation signs with the unit's name, so there is no choice to make.</param>
/// <param name="Mail">When notices come by mail.</param>
/// <param name="Calendar">The private address of the own dates, or null.</param>
public sealed record MyPlaceView(
    string Answering, string NameChoice, string WithName, string WithoutName, bool StyleHidesNames, MailChoiceView Mail, string? Calendar);
