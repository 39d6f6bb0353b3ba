using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.People.Organisations;

/// <summary>The organisation's settings as they stand in the form.</summary>
public sealed record SettingsView(
    string Name, string Noun, string Language, string Style, string Zone, string Path, bool IsSaved, IReadOnlyList<Refusal> Refusals,
    int Stopped);

/// <summary>A further organisation, as it stands in the form.</summary>
public sealed record NewOrganisationView(string Organisation, string Kind, string Country, string Zone, string Language, IReadOnlyList<Refusal> Refusals);
