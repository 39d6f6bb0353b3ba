using System.Net;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Initiatives.Questions;

public sealed class QuestionTests
{
    private const string Words = "Får vi lov til å si at vi tok feil?";
    private const string Reply = "Ja. Si det med en gang.";

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Anyone_asks_the_leader_answers_by_name_and_everyone_reads_it(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        using var amina = await world.SignInAsync(InitiativeWorld.Amina);
        var talk = await world.AskAsync(jonas, Words);

        (await tor.OpenAsync("/fjordvik/notices")).Text.ShouldContain("Jonas Eide har et spørsmål til deg.");
        await tor.SendAsync(await tor.OpenAsync(talk), $"{talk}/answer", ("answer", Reply));

        var read = await amina.OpenAsync("/fjordvik/questions");
        read.Text.ShouldContain(Words);
        read.Text.ShouldContain(Reply);
        read.Document.QuerySelector(".rf-question-answer")!.TextContent.ShouldContain("Tor Egil Aas");
        (await jonas.OpenAsync("/fjordvik/notices")).Text.ShouldContain("Tor Egil Aas har svart på spørsmålet ditt.");
        (await tor.OpenAsync("/fjordvik/notices")).Text.ShouldNotContain("har et spørsmål til deg");
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Anyone_asks_further_and_it_goes_to_the_same_leader(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        using var amina = await world.SignInAsync(InitiativeWorld.Amina);
        var talk = await world.AskAsync(jonas, Words);
        await tor.SendAsync(await tor.OpenAsync(talk), $"{talk}/answer", ("answer", Reply));

        await amina.SendAsync(await amina.OpenAsync(talk), $"{talk}/follow-ups", ("text", "Også når avisa spør?"));

        (await jonas.OpenAsync(talk)).Text.ShouldNotContain("avisa");
        var his = await tor.OpenAsync(talk);
        his.Text.ShouldContain("Også når avisa spør?");
        var form = his.Document.QuerySelector("form[action$='/answer']")!.GetAttribute("action")!;
        await tor.SendAsync(his, form, ("answer", "Ja, da også."));
        var read = await jonas.OpenAsync(talk);
        read.Text.ShouldContain("Amina Yusuf til Tor Egil Aas");
        read.Text.ShouldContain("Ja, da også.");
        (await jonas.OpenAsync("/fjordvik/questions")).Text.ShouldContain("Ett oppfølgingsspørsmål");
    }

    [Fact]
    public async Task Until_it_is_answered_a_question_lies_between_the_two()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        var talk = await world.AskAsync(jonas, Words);

        (await kari.OpenAsync(talk)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await kari.OpenAsync("/fjordvik/questions")).Text.ShouldNotContain(Words);
        (await jonas.OpenAsync("/fjordvik/questions")).Text.ShouldContain(Words);
    }

    [Fact]
    public async Task Only_the_leader_who_was_asked_answers_and_only_once()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        using var marit = await world.SignInAsync(InitiativeWorld.Marit);
        var talk = await world.AskAsync(jonas, Words);
        var window = await tor.OpenAsync(talk);
        var hers = (await marit.OpenAsync("/fjordvik/questions")).Token;

        (await marit.PostAsync($"{talk}/answer", ("answer", "Nei."), hers)).Status.ShouldBe(HttpStatusCode.NotFound);
        await tor.SendAsync(window, $"{talk}/answer", ("answer", Reply));
        var second = await tor.SendAsync(window, $"{talk}/answer", ("answer", "Et annet svar."));

        second.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        second.Text.ShouldContain("Et annet svar.");
        second.Document.QuerySelector(".rf-question-answer")!.TextContent.ShouldContain(Reply);
    }

    [Fact]
    public async Task An_empty_question_to_nobody_comes_back_with_what_to_do()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        var page = await jonas.OpenAsync("/fjordvik/questions");

        var refused = await jonas.SendAsync(page, "/fjordvik/questions", ("leader", world.Id(InitiativeWorld.Amina)), ("text", " "));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Velg lederen du vil spørre.");
        refused.Text.ShouldContain("Skriv hva du vil vite.");
    }

    [Fact]
    public async Task Who_asked_takes_the_question_back_while_it_waits()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        var talk = await world.AskAsync(jonas, Words);

        (await jonas.SendAsync(await jonas.OpenAsync(talk), $"{talk}/withdrawal")).Address.ShouldBe("/fjordvik/questions");

        (await tor.OpenAsync(talk)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await tor.OpenAsync("/fjordvik/notices")).Text.ShouldNotContain("har et spørsmål til deg");
    }

    [Fact]
    public async Task Another_organisation_finds_no_question_of_ours()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        using var nora = await world.NeighbourAsync();
        var talk = await world.AskAsync(jonas, Words);
        await tor.SendAsync(await tor.OpenAsync(talk), $"{talk}/answer", ("answer", Reply));

        (await nora.OpenAsync(talk.Replace("/fjordvik", "/storelva-kommune", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await nora.OpenAsync("/storelva-kommune/questions")).Text.ShouldNotContain(Words);
    }
}
