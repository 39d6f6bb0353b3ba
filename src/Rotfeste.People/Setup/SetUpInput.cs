using Microsoft.AspNetCore.Http;
using Rotfeste.People.Contracts;
using Rotfeste.People.Organisations;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Setup;

/// <summary>What was typed on the set-up page.</summary>
internal sealed record SetUpInput(
    string Code,
    string Organisation,
    OrganisationKind? Kind,
    Country? Country,
    string Zone,
    string Language,
    string Name,
    string Email,
    string Password,
    string Credential)
{
    public static SetUpInput Read(IFormCollection form) => new(
        form.Text("code"),
        form.Text("organisation"),
        form.Named<OrganisationKind>("kind"),
        form.Named<Country>("country"),
        form.Text("zone"),
        Platform.Ui.Languages.Language.Find(form.Text("language"))?.Code ?? "",
        form.Text("name"),
        form.Text("email"),
        form.Raw("password"),
        form.Text("credential"));

    public OrganisationDraft Draft => new(Organisation, Kind!.Value, Country!.Value, ZoneThere!, Language);

    /// <summary>The country's zone, or the one that was chosen; null where one must be.</summary>
    public string? ZoneThere => Country is { } country ? Countries.ZoneOf(country) ?? Zones.Find(Zone) : null;

    /// <summary>The page as it was filled in, but for secrets.</summary>
    public SetupView View(IReadOnlyList<Platform.Ui.Pieces.Refusal> refusals) => new(
        Code, Organisation, Kind?.ToString() ?? "", Country?.ToString() ?? "", Zone, Language, Name, Email, refusals);
}
