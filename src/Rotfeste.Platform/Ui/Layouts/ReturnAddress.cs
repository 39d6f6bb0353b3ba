using Microsoft.AspNetCore.Http;

namespace Rotfeste.Platform.Ui.Layouts;

/// <summary>Where a choice made in a menu leads back to: the page it was made on.</summary>
internal static class ReturnAddress
{
    public static string Of(HttpContext? context) =>
        // A page that answers a POST cannot be fetched again; the mark's page always can.
        context is not null && HttpMethods.IsGet(context.Request.Method)
            ? context.Request.PathBase + context.Request.Path + context.Request.QueryString
            : "/";
}
