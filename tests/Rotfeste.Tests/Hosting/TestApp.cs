using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rotfeste.Host.Opening;
using Rotfeste.Host.Server;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Tests.Hosting;

/// <summary>The product itself on a real port of loopback, on a database of its own.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TestDatabase database;
    private readonly bool ownsDatabase;

    private TestApp(WebApplication app, TestDatabase database, bool ownsDatabase)
    {
        this.app = app;
        this.database = database;
        this.ownsDatabase = ownsDatabase;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Starts on a fresh database of the kind, or on one that another TestApp used before (a restart).</summary>
    public static async Task<TestApp> StartAsync(
        Provider provider = Provider.Sqlite,
        Action<IServiceCollection>? adjust = null,
        Func<Settings, Settings>? settings = null,
        TestDatabase? database = null,
        int port = 0)
    {
        var owns = database is null;
        database ??= await TestDatabase.MakeReadyAsync(provider);
        var chosen = SettingsFor(database.Folder, database.ConnectionString);
        chosen = settings?.Invoke(chosen) ?? chosen;
        var app = HostApp.Build(chosen, "127.0.0.1", port, builder =>
        {
            Quiet(builder);
            adjust?.Invoke(builder.Services);
        });
        await Schema.BringUpToDateAsync(app.Services, chosen);
        await app.StartAsync();
        return new TestApp(app, database, owns);
    }

    internal static Settings SettingsFor(string folder, string? connectionString) =>
        new(folder, connectionString, new Uri("http://localhost:5080"), [], ["127.0.0.1", "localhost"], [], null, null, null, false);

    /// <summary>Says nothing, and hashes passwords fast: what a password withstands is not these tests' matter.</summary>
    internal static void Quiet(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
    }

    /// <summary>A browser without script: cookies, forms, no redirects followed by itself.</summary>
    public Visitor NewVisitor() => new(Address);

    /// <summary>Work inside one organisation, as background work does it.</summary>
    public async Task<T> InAsync<T>(OrganisationId organisation, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Choose(organisation);
        return await work(scope.ServiceProvider);
    }

    /// <summary>Work inside one organisation, as background work does it.</summary>
    public Task InAsync(OrganisationId organisation, Func<IServiceProvider, Task> work) =>
        InAsync(organisation, async services =>
        {
            await work(services);
            return 0;
        });

    /// <summary>Stops the server and gives back its database, to be started on again.</summary>
    public async Task<TestDatabase> StopAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (ownsDatabase)
            await database.DisposeAsync();
    }
}
