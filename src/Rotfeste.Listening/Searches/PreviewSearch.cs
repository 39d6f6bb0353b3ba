using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Searches;

/// <summary>What a search would have found, while it is being typed. It changes nothing; it is posted so that no log holds the words.</summary>
internal static class PreviewSearch
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/searches/preview", HandleAsync).RequireAuthorization(Access.Lead);

    private static async Task<IResult> HandleAsync(HttpRequest request, Trying trying, CancellationToken cancellation)
    {
        var input = SearchInput.From(await request.ReadFormAsync(cancellation));
        return Answer.Page<Trial>((nameof(Trial.View), await trying.LookAsync(input, cancellation)));
    }
}
