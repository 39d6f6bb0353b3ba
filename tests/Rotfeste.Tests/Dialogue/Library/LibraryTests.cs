using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Library;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.People.Notices;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Library;

public sealed class LibraryTests
{
    private const string Asked = "Hei @fjordvik.no! Vannet er borte i hele Fjellveien. Ring meg på 91 23 45 67. Hilsen Ingrid Solli";

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task An_answer_for_many_leaves_whoever_asked_behind_and_is_found_by_the_next(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var given = await AnsweredAsync(world, kari);

        var form = await kari.OpenAsync($"{world.Path}/library/new?answer={given}");
        var (question, text) = (Value(form, "question"), Value(form, "text"));
        foreach (var gone in new[] { "Ingrid", "Solli", "91 23", "@fjordvik" })
            (question + text).ShouldNotContain(gone);
        form.Document.QuerySelector(".rf-told")!.TextContent.ShouldContain("et telefonnummer");
        form.Document.QuerySelector(".rf-told")!.TextContent.ShouldContain("navn");

        var kept = await kari.SendAsync(form, $"{world.Path}/library", Fields(world, question, text));
        var answer = await world.ReadAsync(db => db.Set<LibraryAnswer>().SingleAsync());
        kept.Document.QuerySelector($"form[action='{world.Path}/library/{answer.Id}/publication']").ShouldBeNull("gaps are left");
        kept = await kari.SendAsync(kept, $"{world.Path}/library/{answer.Id}", Fields(world, "Hva gjør vi når vannet er borte?", "Ingrid, vannet kommer tilbake i kveld."));
        kept.Text.ShouldContain("Navnet på den som spurte");
        kept = await kari.SendAsync(kept, $"{world.Path}/library/{answer.Id}", Fields(world, "Hva gjør vi når vannet er borte?", "Sjekk med naboen, og se fjordvik.example/vann."));
        await kari.SendAsync(kept, $"{world.Path}/library/{answer.Id}/publication");

        await InsertsAsync(world, kari, $"{answer.Id}");
        await IsOpenToAllAsync(world, $"{world.Path}/answers/hva-gjor-vi-nar-vannet-er-borte");
        var after = await world.ReadAsync(db => db.Set<LibraryAnswer>().SingleAsync());
        (after.Used, after.Helped, after.DidNotHelp).ShouldBe((1, 1, 0));
        (await kari.OpenAsync($"{world.Path}/library?q=naboen")).Document.QuerySelectorAll(".rf-library li").Length.ShouldBe(1);
        (await kari.OpenAsync($"{world.Path}/library?q=helikopter")).Document.QuerySelectorAll(".rf-library li").Length.ShouldBe(0);

        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/library/{answer.Id}"), $"{world.Path}/library/{answer.Id}/withdrawal");
        (await world.App.NewVisitor().OpenAsync($"{world.Path}/answers/hva-gjor-vi-nar-vannet-er-borte")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_sees_to_an_answer_is_told_when_its_day_comes_and_the_neighbours_never_see_it()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var neighbour = await world.NeighbourAsync();
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var form = await kari.OpenAsync($"{world.Path}/library/new");
        (await kari.SendAsync(form, $"{world.Path}/library", Fields(world, "", "Svar"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await kari.SendAsync(form, $"{world.Path}/library", Fields(world, "Når er det åpent?", "Fra åtte til fire.", on: "2020-01-01"));
        await Eventually.ShouldHoldAsync(async () => (await world.ReadAsync(db => db.Set<WrittenNotice>().CountAsync(n => n.Kind == "library-review"))).ShouldBe(1));

        var answer = await world.ReadAsync(db => db.Set<LibraryAnswer>().SingleAsync());
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/library/{answer.Id}"), $"{world.Path}/library/{answer.Id}/publication");
        var stranger = world.App.NewVisitor();
        (await stranger.OpenAsync($"{neighbour.Path}/answers")).Text.ShouldNotContain("Når er det åpent?");
        (await stranger.OpenAsync($"{neighbour.Path}/answers/{(await world.ReadAsync(db => db.Set<LibraryAnswer>().SingleAsync())).Slug}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.OpenAsync($"{world.Path}/answers")).Text.ShouldContain("Når er det åpent?");
    }

    [Fact]
    public void Words_that_begin_alike_and_few_answers_have_decide_what_fits()
    {
        LibraryAnswer[] answers = [Of("Vei", "Hvor melder jeg hull i veien?"), Of("Vann", "Hva gjør jeg når vannet er borte?"), Of("Skole", "Når begynner skolen?")];
        List<AnswerStems> library = [.. answers.Select(Likely.StemsOf)];
        Likely.Of("Det er et digert hull ved butikken, kan noen tette det?", library).Single().Answer.Topic.ShouldBe("Vei");
        Likely.Of("Vannet er brunt her", library)[0].Common.ShouldContain("vannet");
        Likely.Of("Takk for sist, dere er flinke", library).ShouldBeEmpty();

        static LibraryAnswer Of(string topic, string question)
        {
            var answer = LibraryAnswer.Of(default, null);
            answer.Keep(new LibraryWords(topic, question, "Se nettsiden.", "nb", "", default, new LocalDate(2030, 1, 1)), default, default);
            return answer;
        }
    }

    [Theory]
    [InlineData("Hei Ola-Petter! Ola, du finner det hos oss.", "Hei […]! […], du finner det hos oss.")]
    [InlineData("Olabilen kjører lørdag.", "Olabilen kjører lørdag.")]
    [InlineData("Skriv til @ola.bsky.social eller post@fjordvik.example.", "Skriv til […] eller post@fjordvik.example.")]
    public void Names_are_taken_goneand_words_like_them_left(string text, string left) =>
        TakenOut.Of(text, ["Ola-Petter Ås"], new OwnNumbers("post@fjordvik.example")).Text.ShouldBe(left);

    [Fact]
    public void An_address_says_what_stands_there_and_none_is_given_twice() =>
        Slugs.Of("Når kommer vannet i Storgata? 100 %!", new HashSet<string> { "nar-kommer-vannet-i-storgata-100" }).ShouldBe("nar-kommer-vannet-i-storgata-100-2");

    private static async Task<Guid> AnsweredAsync(DialogueWorld world, Visitor kari)
    {
        var id = await world.AskedAsync(Asked, name: "Ingrid Solli");
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{id}"), $"{world.Path}/conversations/{id}/answers", ("text", "Hei, Ingrid! Vannet kommer tilbake i kveld."));
        var answer = await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync());
        await world.TellAsync(new ItemSent(world.Organisation, answer.Order, world.Channel, answer.By, SystemClock.Instance.GetCurrentInstant()));
        await Eventually.ShouldHoldAsync(async () => (await world.ConversationAsync(id)).State.ShouldBe(ConversationState.WaitingForThem));
        (await kari.OpenAsync($"{world.Path}/inbox/{id}")).Document.QuerySelector($"a[href='{world.Path}/library/new?answer={answer.Id}']").ShouldNotBeNull();
        return answer.Id.Value;
    }

    private static async Task InsertsAsync(DialogueWorld world, Visitor kari, string answer)
    {
        var next = await world.AskedAsync("Hvorfor har vi ikke vann?", author: "neste");
        var open = await kari.OpenAsync($"{world.Path}/inbox/{next}");
        open.Document.QuerySelector("#ready-answers")!.TextContent.ShouldContain("Hva gjør vi når vannet er borte?");
        var written = await kari.SendAsync(open, $"{world.Path}/conversations/{next}/insertions", ("text", ""), ("ready", $"library-{answer}"));
        written.Document.QuerySelector("#f-text")!.TextContent.ShouldBe("Sjekk med naboen, og se fjordvik.example/vann.");
    }

    private static async Task IsOpenToAllAsync(DialogueWorld world, string address)
    {
        var reader = world.App.NewVisitor();
        var list = await reader.OpenAsync($"{world.Path}/answers?q=vannet");
        list.Document.QuerySelector($"a[href='{address}']").ShouldNotBeNull();
        var page = await reader.OpenAsync(address);
        page.Headers.CacheControl!.ToString().ShouldBe("public, max-age=300");
        page.Document.QuerySelector("script").ShouldBeNull();
        page.Document.QuerySelector("[itemtype='https://schema.org/Question'] [itemprop=acceptedAnswer] [itemprop=text]")!.TextContent.ShouldContain("Sjekk med naboen");
        page.Html.ShouldNotContain("Ingrid");
        (await reader.OpenAsync($"{world.Path}/answers/sitemap.xml")).Html.ShouldContain($"http://localhost:5080{address}");
        (await reader.SendAsync(page, $"{address}/help", ("helped", "yes"))).Text.ShouldContain("Takk. Det er telt.");
        reader.Cookies.Count.ShouldBe(0);
        (await reader.PostAsync($"{address}/help", ("helped", "yes"), ("token", "made up"))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static string Value(Seen page, string field) =>
        page.Document.QuerySelector($"#f-{field}") is var found && found!.GetAttribute("value") is { } value ? value : found!.TextContent;

    private static (string, string)[] Fields(DialogueWorld world, string question, string text, string on = "2030-01-01") =>
        [("question", question), ("text", text), ("topic", "Vann"), ("language", "nb"), ("sources", ""), ("owner", $"{world.Person(DialogueWorld.Kari)}"), ("reviewOn", on)];

}
