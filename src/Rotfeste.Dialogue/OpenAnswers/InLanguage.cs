using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.Dialogue.OpenAnswers;

/// <summary>A page in the language of what stands on it, whatever the reader's browser asks for: the same for all, so that it can be cached.</summary>
internal sealed class InLanguage(IResult page, string language, bool isCacheable) : IResult
{
    private const int Seconds = 300;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = (Language.Find(language) ?? Language.All[0]).Culture;

        // Whoever is signed in may get a renewed cookie with the page: that one is nobody else's.
        httpContext.Response.Headers.CacheControl =
            !isCacheable || httpContext.User.Identity?.IsAuthenticated == true ? "private, no-store" : $"public, max-age={Seconds}";
        await page.ExecuteAsync(httpContext);
    }
}
