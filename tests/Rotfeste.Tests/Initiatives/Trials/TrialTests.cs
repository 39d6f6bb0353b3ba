using System.Net;
using Rotfeste.Initiatives.Trials;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Initiatives.Trials;

public sealed class TrialTests
{
    [Theory]
    [InlineData("Vise hvor brøytebilene er", "Brøytebilene på kart: folk ringte mindre", true)]
    [InlineData("En fagblogg om drikkevannet", "Brøytebilene på kart: folk ringte mindre", false)]
    [InlineData("", "Brøytebilene på kart", false)]
    public void Texts_about_the_same_resemble_each_other(string one, string other, bool alike) =>
        (Resemblance.Of(one, other) >= 0.3).ShouldBe(alike);

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_a_trial_taught_is_found_and_stands_beside_an_idea_like_it(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        var address = await world.BeginAsync(kari, "Brøytebilene på kart");
        await kari.SendAsync(
            await kari.OpenAsync($"{address}/trial"), $"{address}/trial",
            ("believe", "Færre ringer når de ser brøytebilene."), ("lookAt", "Telefoner på snødager."), ("until", "2027-03-01"));
        await kari.SendAsync(
            await kari.OpenAsync($"{address}/trial"), $"{address}/trial",
            ("believe", "Færre ringer når de ser brøytebilene."), ("lookAt", "Telefoner på snødager."), ("until", "2027-03-01"),
            ("learnt", "De ringte like mye, men om andre ting."));

        (await jonas.OpenAsync("/fjordvik/learnings?q=ringte")).Text.ShouldContain("De ringte like mye, men om andre ting.");
        (await jonas.OpenAsync("/fjordvik/learnings?q=bibliotek")).Text.ShouldNotContain("De ringte like mye");
        var idea = await jonas.SendAsync(
            await jonas.OpenAsync("/fjordvik/ideas"), "/fjordvik/ideas", ("text", "Kan vi vise brøytebilene når folk ringer?"));
        idea.Text.ShouldContain("De ringte like mye, men om andre ting.");
    }

    [Fact]
    public async Task A_trial_without_an_end_comes_back_with_what_was_typed()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        var address = await world.BeginAsync(kari);

        var refused = await kari.SendAsync(
            await kari.OpenAsync($"{address}/trial"), $"{address}/trial", ("believe", "Færre ringer."), ("lookAt", "Telefoner."), ("until", ""));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Html.ShouldContain("Færre ringer.");
    }
}
