using Rotfeste.Host.Examples;
using Rotfeste.Host.Opening;
using Rotfeste.Host.Server;
using Rotfeste.People;
using Rotfeste.Platform;

namespace Rotfeste.Host.Commands;

/// <summary>Starts the server, says where it is and what to do first, and waits.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(Settings settings, string listen, int port, CancellationToken cancellation)
    {
        PlaceToListen.RefuseTaken(listen, port);
        using var folder = DataFolder.Hold(settings.DataFolder);
        await using var node = settings.Database is { } database ? await SecondNode.RefuseAsync(database) : null;
        await using var app = HostApp.Build(settings, listen, port);
        await Schema.BringUpToDateAsync(app.Services, settings);
        if (settings.IsExample)
            await Example.PlantAsync(app.Services, cancellation);
        await app.StartAsync(cancellation);
        Console.WriteLine($"Rotfeste is running: {settings.Address}");
        await SayHowToBeginAsync(app.Services, settings.IsExample, cancellation);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    // Whoever reads the console may set up; nobody else on the network can.
    private static async Task SayHowToBeginAsync(IServiceProvider services, bool isExample, CancellationToken cancellation)
    {
        if (isExample)
        {
            Console.WriteLine("Open it in a browser and look around as one of the invented people. Nothing leaves this machine.");
            return;
        }

        await using var scope = services.CreateAsyncScope();
        if (await PeopleRoom.NewSetupCodeAsync(scope.ServiceProvider, cancellation) is { } code)
            Console.WriteLine($"Open it in a browser to begin. The set-up code is {code}; it works once.");
        else
            Console.WriteLine("Open it in a browser and sign in.");
    }
}
