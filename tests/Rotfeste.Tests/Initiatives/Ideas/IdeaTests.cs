using System.Net;
using Rotfeste.Initiatives.Ideas;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Initiatives.Ideas;

public sealed class IdeaTests
{
    private const string Words = "Vise hva brøytebilene gjør. Folk ringer og spør hver morgen det snør.";

    [Theory]
    [InlineData("Vise hva brøytebilene gjør. Folk ringer.", "Vise hva brøytebilene gjør")]
    [InlineData("Kan vi svare på Mastodon? Mange spør der.", "Kan vi svare på Mastodon?")]
    [InlineData("Versjon 2.0 av nettsiden", "Versjon 2.0 av nettsiden")]
    [InlineData("Første linje\nandre linje", "Første linje")]
    public void The_first_sentence_is_the_title(string text, string title) => Idea.TitleOf(text).ShouldBe(title);

    [Fact]
    public void A_long_sentence_is_cut_between_words()
    {
        var title = Idea.TitleOf(string.Join(' ', Enumerable.Repeat("samtale", 40)));

        title.Length.ShouldBeLessThan(95);
        title.ShouldEndWith("samtale …");
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Anyone_puts_an_idea_up_and_others_say_that_they_would_like_to(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        using var marit = await world.SignInAsync(InitiativeWorld.Marit);

        var idea = await jonas.SendAsync(await jonas.OpenAsync("/fjordvik/ideas"), "/fjordvik/ideas", ("text", Words));
        await marit.SendAsync(await marit.OpenAsync(idea.Address), $"{idea.Address}/voice", ("like", "yes"), ("able", "yes"));
        await marit.SendAsync(await marit.OpenAsync(idea.Address), $"{idea.Address}/comments", ("comment", "Vi har bilder fra i fjor."));

        var seen = await jonas.OpenAsync(idea.Address);
        seen.Text.ShouldContain("Marit Hauge har lyst, kan det som skal til");
        seen.Text.ShouldContain("Vi har bilder fra i fjor.");
        (await jonas.OpenAsync("/fjordvik/ideas")).Text.ShouldContain("Én har lyst til å være med · Én kommentar");
    }

    [Theory]
    [InlineData("NotNow", "ikke nå")]
    [InlineData("NotMe", "ikke meg")]
    public async Task A_no_is_a_full_answer_that_nobody_else_sees(string declined, string words)
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        using var marit = await world.SignInAsync(InitiativeWorld.Marit);
        var idea = await jonas.SendAsync(await jonas.OpenAsync("/fjordvik/ideas"), "/fjordvik/ideas", ("text", Words));

        var hers = await marit.SendAsync(await marit.OpenAsync(idea.Address), $"{idea.Address}/voice", ("declined", declined));

        hers.Text.ShouldContain($"Du har sagt: {words}.");
        var his = await jonas.OpenAsync(idea.Address);
        his.Text.ShouldNotContain("Marit");
        his.Text.ShouldNotContain("Du har sagt");
    }

    [Fact]
    public async Task An_empty_or_endless_idea_comes_back_with_what_was_typed()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);

        var empty = await jonas.SendAsync(await jonas.OpenAsync("/fjordvik/ideas"), "/fjordvik/ideas", ("text", "  "));
        var endless = await jonas.SendAsync(await jonas.OpenAsync("/fjordvik/ideas"), "/fjordvik/ideas", ("text", new string('å', 2001)));

        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        endless.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        endless.Html.ShouldContain(new string('å', 2001));
    }

    [Fact]
    public async Task Another_organisation_finds_no_idea_of_ours()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        using var nora = await world.NeighbourAsync();
        var idea = await jonas.SendAsync(await jonas.OpenAsync("/fjordvik/ideas"), "/fjordvik/ideas", ("text", Words));

        (await nora.OpenAsync(idea.Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await nora.OpenAsync(idea.Address.Replace("/fjordvik", "/storelva-kommune", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await nora.OpenAsync("/storelva-kommune/ideas")).Text.ShouldNotContain("brøytebilene");
    }
}
