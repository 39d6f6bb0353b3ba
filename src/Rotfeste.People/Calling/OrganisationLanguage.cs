using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.People.Calling;

/// <summary>The language of the organisation in the address.</summary>
internal sealed class OrganisationLanguage(KnownPeople people) : IOrganisationLanguage
{
    public async ValueTask<string?> Of(HttpContext context) =>
        context.GetRouteValue("organisation") is string slug
            ? (await people.OrganisationAsync(slug, context.RequestAborted))?.Language
            : null;
}
