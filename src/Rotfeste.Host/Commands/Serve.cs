using Microsoft.AspNetCore.Connections;
using Rotfeste.Host.Opening;
using Rotfeste.Host.Server;
using Rotfeste.People;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Commands;

/// <summary>Starts the server, says where it is and what to do first, and waits.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(Settings settings, string listen, int port, CancellationToken cancellation)
    {
        using var folder = DataFolder.Hold(settings.DataFolder);
        await using var node = settings.Database is { } database ? await SecondNode.RefuseAsync(database) : null;
        await using var app = HostApp.Build(settings, listen, port);
        await Schema.BringUpToDateAsync(app.Services, settings);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException cause) when (cause.InnerException is AddressInUseException)
        {
            throw new OpeningRefusedException($"Port {port} is taken. Choose another with --port.");
        }

        await SayWhatToDoAsync(app, settings);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private static async Task SayWhatToDoAsync(WebApplication app, Settings settings)
    {
        Console.WriteLine($"Rotfeste is running: {settings.Address}");
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        if (await PeopleRoom.NewSetupCodeAsync(scope.ServiceProvider, CancellationToken.None) is { } code)
            Console.WriteLine($"Open it in a browser and set up your organisation. The set-up code, good for one use: {code}");
    }
}
