using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Pictures;

/// <summary>Shows a remote picture from our own cache; the browser never meets its server.</summary>
internal static class ShowPicture
{
    public static void Map(IEndpointRouteBuilder organisation, string policy) =>
        organisation.MapGet("/pictures/{signature}/{encoded}", HandleAsync).RequireAuthorization(policy);

    private static async Task<IResult> HandleAsync(
        string signature, string encoded, [FromServices] PictureAddresses addresses, [FromServices] RemotePictures pictures,
        [FromServices] CurrentCaller caller, HttpContext http)
    {
        if (addresses.Read(caller.Required.Path, signature, encoded) is not { } remote
            || await pictures.FindAsync(caller.Required.Organisation, remote, http.RequestAborted) is not { } content
            || PictureKind.Of(content) is not { } kind)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.Bytes(content, kind);
    }
}
