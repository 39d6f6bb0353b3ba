using Rotfeste.Platform;
using Rotfeste.Platform.Web;

namespace Rotfeste.Host.Programs;

/// <summary>Describes what programs can ask: a document for programs, and a page for those who write them.</summary>
internal static class ShowApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{ApiDocument.Root}/openapi.json", (ApiDocument document) => Results.Text(document.Json, "application/json")).AllowAnonymous();
        routes.MapGet(ApiDocument.Root, (ApiDocument document, Settings settings) => Answer.Page<ApiPage>((nameof(ApiPage.View), new ApiView(
            settings.Address.GetLeftPart(UriPartial.Authority),
            [.. document.Calls.Select(c => new ApiCallView(c.Method, c.Path[ApiDocument.Root.Length..], c.Scope, c.Summary, c.What))])))).AllowAnonymous();
    }
}

/// <summary>What programs can ask.</summary>
/// <param name="Server">The installation's address.</param>
/// <param name="Calls">In the order of addresses.</param>
public sealed record ApiView(string Server, IReadOnlyList<ApiCallView> Calls);

/// <summary>One of them; its words are English, as the document's.</summary>
public sealed record ApiCallView(string Method, string Path, string Scope, string Summary, string What);
