using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.People.Setup;

/// <summary>What stands on the set-up page; kind and country by name.</summary>
public sealed record SetupView(
    string Code,
    string Organisation,
    string Kind,
    string Country,
    string Zone,
    string Language,
    string Name,
    string Email,
    IReadOnlyList<Refusal> Refusals);
