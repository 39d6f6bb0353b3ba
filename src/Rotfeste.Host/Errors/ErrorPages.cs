using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Localization;
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
        routes.MapMethods("/error/{code:int}", ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"], Show).AllowAnonymous();

    private static IResult Show(int code, HttpContext http, IStringLocalizer<Texts> texts)
    {
        var bug = http.Features.Get<IExceptionHandlerPathFeature>();
        var id = bug is null ? null : Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        http.Response.Headers.CacheControl = "no-store";
        var asked = bug?.Path ?? http.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath;
        if (new PathString(asked).StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            return Problems.Of(Known(code), id, texts);
        return Answer.PageWithStatus<ErrorPage>(
            Known(code),
            (nameof(ErrorPage.Code), Known(code)),
            (nameof(ErrorPage.Id), id));
    }

    private static int Known(int code) => code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
}
