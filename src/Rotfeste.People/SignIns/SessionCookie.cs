using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.People.Calling;
using Rotfeste.Platform;

namespace Rotfeste.People.SignIns;

/// <summary>The cookie that keeps a person signed in for a work session.</summary>
internal static class SessionCookie
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    public static void Set(CookieAuthenticationOptions options, Settings settings)
    {
        options.Cookie.Name = "rf-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = settings.Address.Scheme == Uri.UriSchemeHttps
            ? CookieSecurePolicy.Always
            : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Life;
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = EndWhereStampChangedAsync;
        options.Events.OnRedirectToLogin = AskToSignInAsync;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    // Looked at on every request, from memory: who signs out everywhere is out everywhere at once.
    private static async Task EndWhereStampChangedAsync(CookieValidatePrincipalContext context)
    {
        var people = context.HttpContext.RequestServices.GetRequiredService<KnownPeople>();
        var known = context.Principal?.Person() is { } id ? await people.FindAsync(id, context.HttpContext.RequestAborted) : null;
        if (known is not null && known.SecurityStamp == context.Principal!.Stamp())
            return;

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private static Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!request.Headers.ContainsKey("HX-Request"))
        {
            var back = HttpMethods.IsGet(request.Method) ? request.PathBase + request.Path + request.QueryString : "/";
            response.Redirect($"/sign-in?return={Uri.EscapeDataString(back)}");
            return Task.CompletedTask;
        }

        // A fragment cannot show the sign-in page: the whole window goes there, and back to the page it showed.
        var shown = Uri.TryCreate(request.Headers["HX-Current-URL"], UriKind.Absolute, out var page) ? page.PathAndQuery : "/";
        response.StatusCode = StatusCodes.Status401Unauthorized;
        response.Headers["HX-Redirect"] = $"/sign-in?return={Uri.EscapeDataString(shown)}";
        return Task.CompletedTask;
    }
}
