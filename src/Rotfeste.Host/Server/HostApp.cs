using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Rotfeste.Agreements;
using Rotfeste.Channels;
using Rotfeste.Dialogue;
using Rotfeste.Host.Errors;
using Rotfeste.Host.Programs;
using Rotfeste.Initiatives;
using Rotfeste.Listening;
using Rotfeste.People;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui;
using Rotfeste.Platform.Web;

namespace Rotfeste.Host.Server;

/// <summary>Lists the rooms in flow order and puts the web server round them.</summary>
internal static class HostApp
{
    /// <summary>The rooms without a server: for the command line.</summary>
    public static IServiceCollection AddRooms(this IServiceCollection services, Settings settings) => services
        .AddPlatform(settings)
        .AddLook()
        .AddPeople(settings)
        .AddAgreements()
        .AddChannels()
        .AddListening()
        .AddInitiatives()
        .AddDialogue()
        .AddMayPolicies([.. Access.All, .. Scopes.All]);

    /// <summary>The whole product, ready to start.</summary>
    public static WebApplication Build(Settings settings, string listen, int port, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "Rotfeste.Host",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();

        // We run what was built, not a published copy: without these the framework takes that for development,
        // has browsers ask for every style sheet again, and compares files on disk at each request.
        builder.WebHost.UseSetting("EnableStaticAssetsDevelopmentCaching", "true");
        builder.WebHost.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 10 * 1024 * 1024;
            kestrel.Listen(IPAddress.Parse(listen), port);
        });
        // The console says in our own words where the product is and what to do first.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            .AddFilter("Rotfeste.People.Tokens.TokenHandler", LogLevel.Warning);
        builder.Services.AddRooms(settings).AddBackgroundWork().AddSingleton<ApiDocument>();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(4));
        TrustProxies(builder.Services, settings);
        adjust?.Invoke(builder);

        var app = builder.Build();
        Use(app);
        Map(app);
        return app;
    }

    private static void Use(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseStrictHeaders();
        app.UseExceptionHandler(ErrorPages.Thrown);
        app.UseStatusCodePagesWithReExecute(ErrorPages.Path);
        app.UseRouting();
        app.UsePeople();
        app.UseLook();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static void Map(WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous().ShortCircuit();
        ErrorPages.Map(app);
        Health.Map(app);

        var front = app.MapGroup("").RequireTokenOnChanges();
        front.MapLook();
        front.MapPeopleFront();

        var organisation = app.MapGroup("/{organisation}").RequireTokenOnChanges();
        organisation.MapLive(Access.Member);
        organisation.MapPictures(Access.Member);
        organisation.MapRail(Access.Member);
        organisation.MapUndelivered(Access.Owner);
        organisation.MapPeople();
        organisation.MapAgreements();
        organisation.MapChannels();
        organisation.MapListening();
        organisation.MapInitiatives();
        organisation.MapDialogue();

        var programs = app.MapGroup("/api/v1/{organisation}").ForPrograms();
        programs.MapDialogueForPrograms();
        ShowApi.Map(app);
    }

    // Forwarded headers are believed from named proxies alone.
    private static void TrustProxies(IServiceCollection services, Settings settings) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = settings.Proxies.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in settings.Proxies)
                options.KnownProxies.Add(IPAddress.Parse(proxy));
        });
}
