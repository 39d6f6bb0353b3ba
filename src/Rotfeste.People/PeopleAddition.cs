namespace Rotfeste.People;

/// <summary>An organisation that was added from the command line.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Link">A single-use link with which a new owner chooses a password; null where the owner was known here.</param>
public sealed record PeopleAddition(string Address, string? Link);
