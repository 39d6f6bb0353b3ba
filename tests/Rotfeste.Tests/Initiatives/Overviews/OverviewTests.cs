using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Initiatives.Overviews;

public sealed class OverviewTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_long_list_comes_page_by_page_and_what_waits_for_me_comes_first(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        using var amina = await world.SignInAsync(InitiativeWorld.Amina);
        for (var number = 1; number <= 26; number++)
            await world.BeginAsync(kari, $"Tiltak nummer {number}");
        var asked = await world.PublishedAsync(kari);

        var first = await jonas.OpenAsync("/fjordvik/initiatives");
        var second = await jonas.OpenAsync("/fjordvik/initiatives?page=2");
        first.Text.ShouldContain("1–25 av 27");
        second.Text.ShouldContain("26–27 av 27");
        first.Document.QuerySelector($"section[aria-labelledby=mine] a[href='{asked}/answer']").ShouldNotBeNull();
        (await jonas.OpenAsync("/fjordvik/initiatives?page=-1")).Text.ShouldContain("1–25 av 27");
        (await jonas.OpenAsync("/fjordvik/initiatives?unit=unknown")).Text.ShouldContain("Det er ingenting her.");

        await world.AnswerAsync(jonas, asked, "Agree");
        (await jonas.OpenAsync("/fjordvik/initiatives?mine=true")).Document.QuerySelectorAll("main li").ShouldHaveSingleItem()
            .TextContent.ShouldContain("Du har sagt hva du mener");
        (await kari.OpenAsync("/fjordvik/initiatives")).Text.ShouldContain("Vis alle 27 som gjelder deg");
        (await amina.OpenAsync("/fjordvik/initiatives?mine=true")).Text.ShouldContain("Ingenting gjelder deg ennå");
    }
}
