using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Rotfeste.Platform.Web;

/// <summary>Marks an endpoint that proves its caller otherwise (a signature, a token of its own).</summary>
public sealed class ProvesItsCallerItself;

/// <summary>Marks endpoints whose changes are refused without a token.</summary>
public sealed class ChangesNeedAToken;

/// <summary>
/// Every change carries a token. The framework's middleware only records its verdict, and never looks at DELETE or at a
/// request without a form; this looks at all of them, before anything of the request is read for the handler.
/// </summary>
public static class Antiforgery
{
    /// <summary>Guards all endpoints of the group.</summary>
    public static TBuilder RequireTokenOnChanges<TBuilder>(this TBuilder group)
        where TBuilder : IEndpointConventionBuilder
    {
        group.Add(endpoint =>
        {
            endpoint.Metadata.Add(new ChangesNeedAToken());
            var handle = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = http => IsRead(http.Request.Method) || ProvesItself(http) ? handle(http) : GuardAsync(http, handle);
        });
        return group;
    }

    private static async Task GuardAsync(HttpContext http, RequestDelegate handle)
    {
        // A form that the middleware has found unproven may not even be read.
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            || !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        // A change without a body is a form in which nothing was filled in.
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
            http.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
        await http.RequestServices.GetRequiredService<SamePress>().HandleAsync(http, handle);
    }

    private static bool ProvesItself(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<ProvesItsCallerItself>() is not null;

    private static bool IsRead(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
