using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Rotfeste.Platform.Web;

/// <summary>Headers that every answer carries.</summary>
public static class Headers
{
    private const string ContentPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Strict content policy, no sniffing, no framing; signed-in pages are not kept by anyone.</summary>
    public static IApplicationBuilder UseStrictHeaders(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            if (headers.CacheControl.Count == 0 && http.User.Identity?.IsAuthenticated == true)
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        await next(http);
    });
}
