using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NodaTime;
using Rotfeste.Platform.Blobs;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Http;
using Rotfeste.Platform.Keys;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Live;
using Rotfeste.Platform.Pictures;
using Rotfeste.Platform.Mail;
using Rotfeste.Platform.Ui.Times;
using Rotfeste.Platform.Undelivered;
using Rotfeste.Platform.Web;

namespace Rotfeste.Platform;

/// <summary>The ground floor's door.</summary>
public static class PlatformRoom
{
    /// <summary>Registers the platform. Background work starts only with <see cref="AddBackgroundWork"/>.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddScoped<CurrentCaller>();
        services.AddScoped(s => new SaidTimes(s.GetRequiredService<IStringLocalizer<Ui.Times.Texts>>(), s.GetRequiredService<CurrentCaller>(), s.GetRequiredService<IClock>()));
        services.AddScoped<FactLog>();
        services.AddSingleton<FactSignal>();
        services.AddScoped<DueWork>();
        services.AddSingleton<DueSignal>();
        services.AddScoped<StoppedWork>();
        services.AddScoped<LedgerWriter>();
        services.AddScoped<LedgerCheck>();
        services.AddScoped<LedgerLines>();
        services.AddSingleton<LiveTopics>();
        services.AddSingleton<SamePress>();
        services.AddSingleton<GuardedHttp>();
        services.AddSingleton<IBlobs, FileBlobs>();
        services.AddSingleton<PictureAddresses>();
        services.AddSingleton<RemotePictures>();
        services.AddSingleton<ISendMail, SmtpMail>();
        services.AddScoped<Outbox>().AddScoped<MailHealth>();
        services.AddJob<SendMailJob, SendMail>();
        services.AddTables("platform", PlatformTables.Map);
        return services.AddDatabase(settings).AddKeys(settings);
    }

    /// <summary>Starts delivery of facts and due work; the server has it, the command line has not.</summary>
    public static IServiceCollection AddBackgroundWork(this IServiceCollection services)
    {
        services.AddSingleton<FactRuns>();
        services.AddSingleton<FactRetries>();
        services.AddHostedService<FactDelivery>();
        services.AddSingleton<DueTries>();
        services.AddHostedService<DueRunner>();
        services.AddHostedService<SignalListener>();
        services.TryAddSingleton(new DeliveryPace(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5)));
        return services;
    }

    /// <summary>Adds a room's tables.</summary>
    public static IServiceCollection AddTables(this IServiceCollection services, string room, Action<ModelBuilder> map) =>
        services.AddSingleton(new TableMapping(room, map));

    /// <summary>Has a handler take facts of a type.</summary>
    public static IServiceCollection AddHandler<TFact, THandler>(this IServiceCollection services)
        where TFact : class, IFact
        where THandler : class, IOn<TFact> =>
        services.AddScoped<THandler>().AddSingleton(FactRoute.Of<TFact, THandler>());

    /// <summary>Has a job type done.</summary>
    public static IServiceCollection AddJob<TJob, TDoer>(this IServiceCollection services)
        where TJob : class, IJob
        where TDoer : class, IDo<TJob> =>
        services.AddScoped<TDoer>().AddSingleton(JobRoute.Of<TJob, TDoer>());

    /// <summary>The stream of live topics; its group's policy guards it.</summary>
    public static void MapLive(this IEndpointRouteBuilder organisation, string policy) =>
        organisation.MapGet("/live", LiveStream.Open).RequireAuthorization(policy);

    /// <summary>Remote pictures through our own cache; the policy guards them.</summary>
    public static void MapPictures(this IEndpointRouteBuilder organisation, string policy) => ShowPicture.Map(organisation, policy);

    /// <summary>What was given up in an organisation, and "try again"; the policy guards it.</summary>
    public static void MapUndelivered(this IEndpointRouteBuilder organisation, string policy) => ShowUndelivered.Map(organisation, policy);

    private static IServiceCollection AddDatabase(this IServiceCollection services, Settings settings)
    {
        services.AddScoped<CurrentOrganisation>();
        services.AddSingleton(new WriteGate(oneAtATime: settings.Database is null));
        services.AddSingleton<RowVersions>();
        return services.AddDbContext<AppDb>(options =>
        {
            if (settings.Database is { } postgres)
            {
                options.UseNpgsql(postgres, p => p.MigrationsAssembly("Rotfeste.Host"));
            }
            else
            {
                options.UseSqlite($"Data Source={Path.Combine(settings.DataFolder, "rotfeste.db")}", s => s.MigrationsAssembly("Rotfeste.Host"));
                options.AddInterceptors(new SqliteConnections());
            }

            // Migrations are written by hand, without a model snapshot; a test compares the two schemas instead.
            options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
        }, optionsLifetime: ServiceLifetime.Singleton);
    }

    private static IServiceCollection AddKeys(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<MasterKey>();
        services.AddSingleton<Secrets>();
        services.AddDataProtection()
            .SetApplicationName("Rotfeste")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataFolder, "keys")));
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlEncryptor = new WrappedXmlEncryptor(provider.GetRequiredService<MasterKey>())));
        return services;
    }
}
