using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Rotfeste.Platform.Web;

/// <summary>Marks an endpoint that proves its caller otherwise (a signature, a token of its own).</summary>
public sealed class ProvesItsCallerItself;

/// <summary>Marks endpoints whose changes are refused without a token.</summary>
public sealed class ChangesNeedAToken;

/// <summary>
/// Every change carries a token. The framework's middleware only records its verdict, and never looks at DELETE or at a
/// request without a form; this filter looks at all of them.
/// </summary>
public static class Antiforgery
{
    /// <summary>Guards all endpoints of the group.</summary>
    public static TBuilder RequireTokenOnChanges<TBuilder>(this TBuilder group)
        where TBuilder : IEndpointConventionBuilder => group.WithMetadata(new ChangesNeedAToken()).AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        if (IsRead(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<ProvesItsCallerItself>() is not null)
            return await next(context);

        return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await next(context)
            : Results.StatusCode(StatusCodes.Status400BadRequest);
    });

    private static bool IsRead(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
