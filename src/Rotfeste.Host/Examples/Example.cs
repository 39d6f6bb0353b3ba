using NodaTime;
using Rotfeste.Agreements;
using Rotfeste.Channels;
using Rotfeste.Dialogue;
using Rotfeste.Initiatives;
using Rotfeste.Listening;
using Rotfeste.People;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Examples;

/// <summary>Plants the invented municipality of the demo, room by room; each room leaves alone what it has planted before.</summary>
internal static class Example
{
    private static readonly Duration Age = Duration.FromDays(70);

    public static async Task PlantAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var now = scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        var planted = await PeopleRoom.PlantExampleAsync(scope.ServiceProvider, Fjordvik.At(now - Age), cancellation);

        // Found planted, the organisation was not chosen by planting it.
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Choose(planted.Organisation);
        var zone = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
        var channel = await ChannelsRoom.PlantExampleAsync(scope.ServiceProvider, planted.People[Fjordvik.First], now - Age, cancellation);
        await ListeningRoom.PlantExampleAsync(scope.ServiceProvider, now, zone, cancellation);
        await InitiativesRoom.PlantExampleAsync(
            scope.ServiceProvider, channel, planted.People,
            (subject, stands) => AgreementsRoom.PlantExampleAsync(scope.ServiceProvider, subject, stands, cancellation), cancellation);
        await DialogueRoom.PlantExampleAsync(scope.ServiceProvider, channel, planted.People, now, cancellation);
    }
}
