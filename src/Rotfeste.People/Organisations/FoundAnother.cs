using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Calling;
using Rotfeste.People.Contracts;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Organisations;

/// <summary>Sets up a further organisation in this installation; whoever owns one may.</summary>
internal sealed class FoundAnother(AppDb db, Founding founding, KnownPeople known, IHttpContextAccessor http, IStringLocalizer<Texts> texts)
{
    private sealed record Input(string Organisation, OrganisationKind? Kind, Country? Country, string Zone, string? Language)
    {
        public string? ZoneThere => Country is { } country ? Countries.ZoneOf(country) ?? Zones.Find(Zone) : null;
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/organisations/new", (FoundAnother use, CancellationToken cancellation) => use.ShowAsync(cancellation))
            .RequireAuthorization(Access.SignedIn);
        routes.MapPost("/organisations", (FoundAnother use, IFormCollection form, CancellationToken cancellation) =>
            use.HandleAsync(
                new Input(
                    form.Text("organisation"), form.Named<OrganisationKind>("kind"), form.Named<Country>("country"), form.Text("zone"),
                    Language.Find(form.Text("language"))?.Code),
                cancellation)).RequireAuthorization(Access.SignedIn);
    }

    private async Task<IResult> ShowAsync(CancellationToken cancellation) => await OwnerAsync(cancellation) is null
        ? Results.StatusCode(StatusCodes.Status403Forbidden)
        : Answer.Page<NewOrganisationPage>((nameof(NewOrganisationPage.View), new NewOrganisationView("", "Public", "Norway", "", Language.Current.Code, [])));

    private async Task<IResult> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (await OwnerAsync(cancellation) is not { } owner)
            return Results.StatusCode(StatusCodes.Status403Forbidden);

        var refusals = Refuse(input);
        if (refusals.Count > 0)
        {
            return Answer.Refused<NewOrganisationPage>((nameof(NewOrganisationPage.View), new NewOrganisationView(
                input.Organisation, input.Kind?.ToString() ?? "", input.Country?.ToString() ?? "", input.Zone, input.Language ?? "", refusals)));
        }

        var person = await db.Set<Person>().FirstAsync(p => p.Id == owner, cancellation);
        var draft = new OrganisationDraft(input.Organisation, input.Kind!.Value, input.Country!.Value, input.ZoneThere!, input.Language!);
        var organisation = await founding.FoundAsync(draft, person, OrganisationId.New(), cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther($"/{organisation.Slug}/");
    }

    private async Task<PersonId?> OwnerAsync(CancellationToken cancellation)
    {
        var me = http.HttpContext!.User.Person() is { } id ? await known.FindAsync(id, cancellation) : null;
        return me?.Seats.Any(s => s.Roles.HasFlag(Roles.Owner)) == true ? me.Id : null;
    }

    private List<Refusal> Refuse(Input input)
    {
        var refusals = new List<Refusal>();
        if (input.Organisation.Length is 0 or > Organisation.LongestName)
            refusals.Add(new("organisation", texts["Refused.Name", Organisation.LongestName]));
        if (input.Kind is null)
            refusals.Add(new("kind", texts["Refused.Kind"]));
        if (input.Country is null)
            refusals.Add(new("country", texts["Refused.Country"]));
        else if (input.ZoneThere is null)
            refusals.Add(new("zone", texts["Refused.Zone"]));
        if (input.Language is null)
            refusals.Add(new("language", texts["Refused.Language"]));
        return refusals;
    }
}
