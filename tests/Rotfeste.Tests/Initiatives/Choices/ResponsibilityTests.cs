using System.Net;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Initiatives.Choices;

public sealed class ResponsibilityTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Who_is_responsible_is_decided_by_name_shown_and_asked_again_when_the_person_leaves(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        (await jonas.OpenAsync("/fjordvik/initiatives/choices")).Text.ShouldContain("Ikke bestemt");

        await kari.SendAsync(
            await kari.OpenAsync("/fjordvik/initiatives/choices"), "/fjordvik/initiatives/choices",
            ("responsible", world.Id(InitiativeWorld.Tor)), ("firm", "no"));
        (await jonas.OpenAsync("/fjordvik/initiatives/choices")).Text.ShouldContain("Tor Egil Aas");

        var tor = $"/fjordvik/people/{world.Id(InitiativeWorld.Tor)}";
        await kari.SendAsync(await kari.OpenAsync(tor), $"{tor}/departure");
        (await jonas.OpenAsync("/fjordvik/initiatives/choices")).Text.ShouldContain("Den som hadde ansvaret, har sluttet");
        await Eventually.ShouldHoldAsync(async () =>
            (await kari.OpenAsync("/fjordvik/notices")).Text.ShouldContain("Hvem har ansvaret nå?"));
    }

    [Fact]
    public async Task Somebody_who_does_not_lead_cannot_be_named()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);

        var refused = await kari.SendAsync(
            await kari.OpenAsync("/fjordvik/initiatives/choices"), "/fjordvik/initiatives/choices",
            ("responsible", world.Id(InitiativeWorld.Jonas)), ("firm", "no"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }
}
