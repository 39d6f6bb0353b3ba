using System.Net;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Initiatives.Questions;

/// <summary>A question goes to another leader, never round; whoever asked mends and erases it.</summary>
public sealed class HandingOnTests
{
    private const string Words = "Hvem tar telefonen når vi skriver?";

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_question_is_left_to_another_leader_who_answers_by_name_and_it_never_goes_round(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        using var marit = await world.SignInAsync(InitiativeWorld.Marit);
        var talk = await world.AskAsync(jonas, Words);
        var old = await tor.OpenAsync(talk);
        (await marit.OpenAsync(talk)).Status.ShouldBe(HttpStatusCode.NotFound);

        var handed = await tor.SendAsync(old, $"{talk}/handover", (Field("to", talk), world.Id(InitiativeWorld.Marit)));

        handed.Text.ShouldContain("Jonas Eide til Marit Hauge");
        handed.Text.ShouldContain("Overlatt til en annen av Tor Egil Aas");
        (await jonas.OpenAsync("/fjordvik/notices")).Text.ShouldContain("Tor Egil Aas har overlatt spørsmålet ditt til Marit Hauge, som svarer.");
        (await tor.OpenAsync("/fjordvik/notices")).Text.ShouldNotContain("har et spørsmål til deg");
        var hers = await marit.OpenAsync(talk);
        hers.Document.QuerySelectorAll($"select option[value='{world.Id(InitiativeWorld.Tor)}']").ShouldBeEmpty();

        var round = await marit.PostAsync($"{talk}/handover", hers.Token, (Field("to", talk), world.Id(InitiativeWorld.Tor)));
        round.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        round.Text.ShouldContain("så da går det i ring");
        (await marit.PostAsync($"{talk}/handover", hers.Token, (Field("to", talk), world.Id(InitiativeWorld.Jonas)))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await tor.PostAsync($"{talk}/handover", old.Token, (Field("to", talk), world.Id(InitiativeWorld.Marit)))).Address.ShouldBe(talk);

        await marit.SendAsync(hers, $"{talk}/answer", ("answer", "Jeg flytter en vakt."));
        (await tor.OpenAsync(talk)).Document.QuerySelector(".rf-question-answer")!.TextContent.ShouldContain("Marit Hauge");
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Whoever_asked_mends_the_words_while_it_waits_and_erases_them_afterwards(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        using var amina = await world.SignInAsync(InitiativeWorld.Amina);
        var talk = await world.AskAsync(jonas, Words);
        var early = await jonas.OpenAsync(talk);

        var mended = await jonas.SendAsync(early, $"{talk}/text", (Field("text", talk), "Hvem tar telefonen da?"));
        mended.Text.ShouldNotContain(Words);
        (await jonas.SendAsync(mended, $"{talk}/text", (Field("text", talk), " "))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await tor.SendAsync(await tor.OpenAsync(talk), $"{talk}/answer", ("answer", "Sentralbordet."));
        var late = await jonas.SendAsync(early, $"{talk}/text", (Field("text", talk), "Noe annet."));
        late.Text.ShouldContain("Det ble besvart mens du skrev");
        (await amina.PostAsync($"{talk}/erasure", (await amina.OpenAsync(talk)).Token)).Status.ShouldBe(HttpStatusCode.NotFound);

        await jonas.SendAsync(await jonas.OpenAsync(talk), $"{talk}/erasure");

        foreach (var page in new[] { await amina.OpenAsync(talk), await amina.OpenAsync("/fjordvik/questions") })
        {
            page.Text.ShouldNotContain("telefonen");
            page.Text.ShouldNotContain("Jonas Eide til");
            page.Text.ShouldContain("Sentralbordet.");
        }
    }

    [Fact]
    public async Task Where_the_leader_has_left_whoever_asked_asks_another_instead()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        var talk = await world.AskAsync(jonas, Words);
        (await jonas.OpenAsync(talk)).Document.QuerySelector("form[action$='/handover']").ShouldBeNull();
        var tor = $"/fjordvik/people/{world.Id(InitiativeWorld.Tor)}";
        await kari.SendAsync(await kari.OpenAsync(tor), $"{tor}/departure");

        await Eventually.ShouldHoldAsync(async () => (await jonas.OpenAsync("/fjordvik/notices")).Text.ShouldContain("Spør en annen i stedet?"));

        var moved = await jonas.SendAsync(await jonas.OpenAsync(talk), $"{talk}/handover", (Field("to", talk), world.Id(InitiativeWorld.Marit)));

        moved.Text.ShouldContain("Jonas Eide til Marit Hauge");
        moved.Text.ShouldContain("Lå hos Tor Egil Aas, som ikke jobber her lenger");
    }

    private static string Field(string name, string talk) => $"{name}.{talk.Split('/')[^1]}";

}
