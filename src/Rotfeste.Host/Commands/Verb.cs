using Rotfeste.Host.Opening;
using Rotfeste.Host.Server;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Commands;

/// <summary>Runs a verb of the command line against the database, beside a running server if there is one.</summary>
internal static class Verb
{
    public static async Task WithDatabaseAsync(Settings settings, Func<AppDb, Settings, Task> work) =>
        await WithServicesAsync(settings, services => work(services.GetRequiredService<AppDb>(), settings));

    public static async Task WithServicesAsync(Settings settings, Func<IServiceProvider, Task> work)
    {
        var services = new ServiceCollection().AddLogging().AddRooms(settings);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        await using var provider = services.BuildServiceProvider();
        await Schema.RefuseOtherAsync(provider, settings);
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        await work(scope.ServiceProvider);
    }
}
