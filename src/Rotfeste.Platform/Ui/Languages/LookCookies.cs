using Microsoft.AspNetCore.Http;

namespace Rotfeste.Platform.Ui.Languages;

/// <summary>Keeps a signed-in person's choices beyond this browser.</summary>
public interface IKeepLook
{
    /// <summary>Keeps what was chosen; null is no choice. Does nothing where nobody is signed in.</summary>
    Task KeepAsync(HttpContext context, string? language, string? theme);
}

/// <summary>The cookies that hold language and theme.</summary>
public static class LookCookies
{
    /// <summary>Sets those that are chosen; what is not a language or theme of ours is left out.</summary>
    public static void Set(HttpContext context, string? language, string? theme)
    {
        if (Language.Find(language) is { } known)
            Append(context, RequestLanguage.Cookie, known.Code);
        if (theme is not null && Theme.All.Contains(theme))
            Append(context, Theme.Cookie, theme);
    }

    private static void Append(HttpContext context, string cookie, string value) =>
        context.Response.Cookies.Append(cookie, value, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
}
