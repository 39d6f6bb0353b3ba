using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Rotfeste.Platform.Ui.Languages;

/// <summary>What a person chooses for the own screen alone: language and light or dark. Both lie in cookies, no account is needed.</summary>
internal static class LookChoices
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/language", ChooseLanguage).AllowAnonymous();
        routes.MapPost("/theme", ChooseTheme).AllowAnonymous();
    }

    private static Results<RedirectHttpResult, BadRequest> ChooseLanguage(
        HttpContext context, [FromForm] string? language, [FromForm(Name = "return")] string? back)
    {
        if (Language.Find(language) is not { } chosen)
        {
            return TypedResults.BadRequest();
        }

        Remember(context, RequestLanguage.Cookie, chosen.Code);
        return Return(back);
    }

    private static Results<RedirectHttpResult, BadRequest> ChooseTheme(
        HttpContext context, [FromForm] string? theme, [FromForm(Name = "return")] string? back)
    {
        if (!Theme.All.Contains(theme))
        {
            return TypedResults.BadRequest();
        }

        Remember(context, Theme.Cookie, theme!);
        return Return(back);
    }

    private static void Remember(HttpContext context, string cookie, string value) =>
        context.Response.Cookies.Append(cookie, value, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });

    private static RedirectHttpResult Return(string? back) =>
        TypedResults.LocalRedirect(LocalAddress.OrRoot(back), permanent: false, preserveMethod: false);
}
