using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Rotfeste.Platform.Web;

namespace Rotfeste.Host.Errors;

/// <summary>What is shown when nothing else answers. What is logged never equals what is shown; an id joins the two.</summary>
internal static class ErrorPages
{
    /// <summary>Where status codes are put into words.</summary>
    public const string Path = "/error/{0}";

    /// <summary>
    /// Where a bug ends: one log entry with the id that the page shows. In a scope of its own, for a page that broke while it
    /// was drawn has left its sections behind.
    /// </summary>
    public static ExceptionHandlerOptions Thrown { get; } = new() { ExceptionHandlingPath = "/error/500", CreateScopeForErrors = true };

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/error/{code:int}", ["GET", "POST", "PUT", "DELETE", "HEAD"], Show).AllowAnonymous();

    private static IResult Show(int code, HttpContext http)
    {
        var thrown = http.Features.Get<IExceptionHandlerFeature>() is not null;
        http.Response.Headers.CacheControl = "no-store";
        return Answer.PageWithStatus<ErrorPage>(
            Known(code),
            (nameof(ErrorPage.Code), Known(code)),
            (nameof(ErrorPage.Id), thrown ? Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier : null));
    }

    private static int Known(int code) => code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
}
