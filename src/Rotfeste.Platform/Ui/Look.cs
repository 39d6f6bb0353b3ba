using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Rotfeste.Platform.Ui.Assets;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Ui.Layouts;

namespace Rotfeste.Platform.Ui;

/// <summary>The door to how everything looks: layouts, pieces, languages and the bundled assets.</summary>
public static class Look
{
    /// <summary>Registers components, texts, languages and the map of assets.</summary>
    public static IServiceCollection AddLook(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddLocalization();
        services.Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory>(
            provider => new KeptTexts(ActivatorUtilities.CreateInstance<ResourceManagerStringLocalizerFactory>(provider))));
        services.AddHttpContextAccessor();
        services.AddAntiforgery(o => o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddSingleton<AssetMap>();

        // Otherwise æ, ø and å are written as entities and pages grow.
        services.AddWebEncoders(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = Language.All.Select(language => language.Culture).ToList();
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.DefaultRequestCulture = new RequestCulture(cultures[0]);
            options.RequestCultureProviders = [new RequestLanguage()];
        });
        return services;
    }

    /// <summary>Gives each request its language. Stands before everything that writes texts.</summary>
    public static IApplicationBuilder UseLook(this IApplicationBuilder app) => app.UseRequestLocalization();

    /// <summary>POST /language and /theme: the two choices that need no account.</summary>
    public static void MapLook(this IEndpointRouteBuilder routes) => LookChoices.Map(routes);

    /// <summary>GET rail: what an open page shows again when a count may have changed.</summary>
    public static void MapRail(this IEndpointRouteBuilder organisation, string policy) => ShowRail.Map(organisation, policy);
}
