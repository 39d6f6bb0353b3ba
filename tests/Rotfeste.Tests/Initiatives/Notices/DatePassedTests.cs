using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Standings;
using Rotfeste.Platform.Due;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Initiatives.Notices;

public sealed class DatePassedTests
{
    [Fact]
    public async Task When_the_day_to_look_again_has_passed_whoever_answered_is_asked_whether_it_still_holds()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        var address = await world.PublishedAsync(kari);
        await world.AnswerAsync(jonas, address, "Agree");

        world.Clock.Move(Duration.FromDays(200));
        await LookAsync(world, Guid.Parse(address.Split('/')[^1]));

        using var later = await world.SignInAsync(InitiativeWorld.Jonas);
        await Eventually.ShouldHoldAsync(async () => (await later.OpenAsync("/fjordvik/notices")).Text
            .ShouldContain("Nå er dagen kommet for å se på «Svar der folk spør» igjen. Gjelder svaret ditt fortsatt?"));
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        (await tor.OpenAsync("/fjordvik/notices")).Text.ShouldNotContain("Gjelder svaret ditt fortsatt?");
    }

    private static Task LookAsync(InitiativeWorld world, Guid initiative) => world.App.InAsync(world.Organisation, async services =>
    {
        var standing = await services.GetRequiredService<AgreementQuestions>().StandingAsync(new Subject("initiative", initiative), CancellationToken.None);
        await services.GetRequiredService<LookAgain>().DoAsync(
            new LookAgainJob(world.Organisation, standing!.Agreement), new DueTry(1), CancellationToken.None);
    });
}
