using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Rotfeste.Platform.Ui.Languages;

/// <summary>What a person chooses for the own screen alone: language and light or dark. Both lie in cookies, no account is needed.</summary>
internal static class LookChoices
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/language", ChooseLanguage).AllowAnonymous();
        routes.MapPost("/theme", ChooseTheme).AllowAnonymous();
    }

    private static async Task<Results<RedirectHttpResult, BadRequest>> ChooseLanguage(
        HttpContext context, [FromForm] string? language, [FromForm(Name = "return")] string? back) =>
        Language.Find(language) is { } chosen ? await KeepAsync(context, chosen.Code, null, back) : TypedResults.BadRequest();

    private static async Task<Results<RedirectHttpResult, BadRequest>> ChooseTheme(
        HttpContext context, [FromForm] string? theme, [FromForm(Name = "return")] string? back) =>
        Theme.All.Contains(theme) ? await KeepAsync(context, null, theme, back) : TypedResults.BadRequest();

    private static async Task<RedirectHttpResult> KeepAsync(HttpContext context, string? language, string? theme, string? back)
    {
        LookCookies.Set(context, language, theme);
        if (context.RequestServices.GetService<IKeepLook>() is { } keeper)
            await keeper.KeepAsync(context, language, theme);
        return TypedResults.LocalRedirect(LocalAddress.OrRoot(back), permanent: false, preserveMethod: false);
    }
}
