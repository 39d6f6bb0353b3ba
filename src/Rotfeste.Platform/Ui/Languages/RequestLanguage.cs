using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Rotfeste.Platform.Ui.Languages;

/// <summary>The language of an organisation, asked when neither the person nor the browser has said one that we have.</summary>
public interface IOrganisationLanguage
{
    /// <summary>The language code of the organisation in the request's address, or null where there is none.</summary>
    ValueTask<string?> Of(HttpContext context);
}

/// <summary>The person's choice, else the browser's first language that we have, else the organisation's.</summary>
internal sealed class RequestLanguage : RequestCultureProvider
{
    /// <summary>The cookie that holds the person's choice.</summary>
    public const string Cookie = "rf-lang";

    public override async Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var language = Language.Find(httpContext.Request.Cookies[Cookie])
            ?? FromBrowser(httpContext.Request)
            ?? await FromOrganisation(httpContext);
        return language is null ? null : new ProviderCultureResult(language.Culture.Name);
    }

    private static Language? FromBrowser(HttpRequest request)
    {
        // Ten wishes are plenty: the header is written by whoever asks.
        return !StringWithQualityHeaderValue.TryParseList([.. request.Headers.AcceptLanguage.OfType<string>()], out var wishes) ? null : wishes
            .Take(10)
            .OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => Language.Find(wish.Value.Value))
            .FirstOrDefault(language => language is not null);
    }

    private static async ValueTask<Language?> FromOrganisation(HttpContext context)
    {
        var organisations = context.RequestServices.GetService<IOrganisationLanguage>();
        return organisations is null ? null : Language.Find(await organisations.Of(context));
    }
}
