using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Asks;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Subjects;
using Rotfeste.People.Notices;
using Rotfeste.Platform.Due;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Asks;

public sealed class AskTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task One_who_knows_is_asked_it_goes_on_without_a_name_and_the_next_answers(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var (kari, jonas, thea, hakon) = (
            await world.SignInAsync(DialogueWorld.Kari), await world.SignInAsync(DialogueWorld.Jonas),
            await world.SignInAsync(DialogueWorld.Thea), await world.SignInAsync(DialogueWorld.Hakon));
        await SayAsync(world, jonas, "vann\navløp");
        await SayAsync(world, thea, "isbane\nisbanens åpningstider");
        await SayAsync(world, hakon, "isbane");
        var id = await world.AskedAsync("Hvilke åpningstider har isbanen i vinterferien?");

        var page = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        var proposed = page.Document.QuerySelectorAll("#knows button[name=person]");
        proposed.Select(b => b.GetAttribute("value")).ShouldBe([$"{world.Person(DialogueWorld.Thea)}", $"{world.Person(DialogueWorld.Hakon)}"]);
        page.Document.QuerySelector("#knows")!.TextContent.ShouldContain("Kan «isbane»; spørsmålet sier «isbanen».");
        await kari.SendAsync(page, $"{world.Path}/conversations/{id}/asks", ("person", $"{world.Person(DialogueWorld.Thea)}"));

        // Thea is told, and it will go on when working time says so.
        var first = await world.ReadAsync(db => db.Set<Ask>().SingleAsync());
        (await world.ReadAsync(db => db.Set<WrittenNotice>().Where(n => n.Person == world.Person(DialogueWorld.Thea)).Select(n => n.Address).ToListAsync()))
            .ShouldContain(a => a.EndsWith($"asks/{first.Id}", StringComparison.Ordinal));
        (await world.ReadAsync(db => db.Set<DueRow>().SingleAsync(d => d.Job == "dialogue-ask-goes-on"))).RunAt.ShouldBe(first.GoesOnAt);
        (await thea.OpenAsync($"{world.Path}/")).Document.QuerySelector($"a[href='{world.Path}/asks']").ShouldNotBeNull();
        var other = await jonas.OpenAsync($"{world.Path}/asks/{first.Id}");
        other.Address.ShouldBe($"{world.Path}/inbox/{id}", "the page is hers alone; the unit's room leads others to the conversation");
        (await jonas.PostAsync($"{world.Path}/asks/{first.Id}/fact", other.Token, ("text", "Jeg vet det også."))).Status.ShouldBe(HttpStatusCode.NotFound);

        await world.App.InAsync(world.Organisation, s => s.GetRequiredService<GoOn>().DoAsync(new GoOnJob(world.Organisation, first.Id), new DueTry(1), CancellationToken.None));
        var after = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        after.Document.QuerySelector(".rf-knows")!.TextContent.ShouldContain("Det gikk videre");
        after.Document.QuerySelector(".rf-knows")!.TextContent.ShouldNotContain("Thea");

        // Håkon has it now, and has no time.
        var second = await world.ReadAsync(db => db.Set<Ask>().SingleAsync(a => a.State == AskState.Open));
        second.Asked.ShouldBe(world.Person(DialogueWorld.Hakon));
        var alert = await hakon.OpenAsync($"{world.Path}/asks/{second.Id}");
        alert.Text.ShouldContain("Skriv det som du ville sagt det i telefonen");
        await hakon.SendAsync(alert, $"{world.Path}/asks/{second.Id}/passing", ("how", "NotNow"));
        (await world.ReadAsync(db => db.Set<WrittenNotice>().CountAsync(n => n.Kind == "ask-nobody"))).ShouldBe(1);

        // Thea knew after all, and may not answer herself: she hands it over.
        var own = await thea.OpenAsync($"{world.Path}/asks/{first.Id}");
        own.Document.QuerySelector($"form[action='{world.Path}/conversations/{id}/answers']").ShouldBeNull();
        (await thea.SendAsync(own, $"{world.Path}/asks/{first.Id}/fact", ("text", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await thea.SendAsync(own, $"{world.Path}/asks/{first.Id}/fact", ("text", "10–18 hver dag, isen er klar til mandag."))).Text.ShouldContain("Kari Lunde har fått det");
        (await thea.OpenAsync($"{world.Path}/asks")).Text.ShouldContain("Du har hjulpet én gang det siste året. Dette ser bare du.");
        var told = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        told.Document.QuerySelector(".rf-knows .rf-note")!.TextContent.ShouldContain("isen er klar til mandag");
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task They_answer_from_the_alert_in_their_own_name_and_nobody_is_asked_any_longer(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var (kari, jonas) = (await world.SignInAsync(DialogueWorld.Kari), await world.SignInAsync(DialogueWorld.Jonas));
        await SayAsync(world, jonas, "vannledninger");
        var id = await world.AskedAsync("Når er vannledningen reparert?");
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{id}"), $"{world.Path}/conversations/{id}/asks", ("person", $"{world.Person(DialogueWorld.Jonas)}"));
        var ask = await world.ReadAsync(db => db.Set<Ask>().SingleAsync());

        var sent = await jonas.SendAsync(
            await jonas.OpenAsync($"{world.Path}/asks/{ask.Id}"), $"{world.Path}/conversations/{id}/answers", ("text", "Vi er ferdige til kvelds."));

        sent.Text.ShouldContain("Sendes om");
        (await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync())).By.ShouldBe(world.Person(DialogueWorld.Jonas));
        (await world.ReadAsync(db => db.Set<Ask>().SingleAsync())).State.ShouldBe(AskState.Answered);
        (await world.ReadAsync(db => db.Set<DueRow>().CountAsync(d => d.Job == "dialogue-ask-goes-on"))).ShouldBe(0);
    }

    [Fact]
    public async Task Who_leaves_is_asked_no_more_and_what_they_were_asked_goes_on()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var (kari, jonas, hakon) = (
            await world.SignInAsync(DialogueWorld.Kari), await world.SignInAsync(DialogueWorld.Jonas), await world.SignInAsync(DialogueWorld.Hakon));
        await SayAsync(world, jonas, "vannledninger");
        await SayAsync(world, hakon, "vannledninger");
        var (id, later) = (await world.AskedAsync("Når er vannledningen reparert?"), await world.AskedAsync("Hvem eier vannledninger i hagen min?", "odd"));
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{id}"), $"{world.Path}/conversations/{id}/asks", ("person", $"{world.Person(DialogueWorld.Jonas)}"));

        await kari.PostAsync($"{world.Path}/people/{world.Person(DialogueWorld.Jonas)}/departure", (await kari.OpenAsync($"{world.Path}/people")).Token);

        await Eventually.ShouldHoldAsync(async () => (await world.ReadAsync(db => db.Set<Ask>().Where(a => a.State == AskState.Open).ToListAsync()))
            .ShouldHaveSingleItem().Asked.ShouldBe(world.Person(DialogueWorld.Hakon)));
        (await kari.OpenAsync($"{world.Path}/inbox/{later}")).Document.QuerySelectorAll("#knows button[name=person]").Select(b => b.GetAttribute("value"))
            .ShouldBe([$"{world.Person(DialogueWorld.Hakon)}"]);
        (await world.ReadAsync(db => db.Set<Knowing>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_is_asked_across_organisations_or_who_has_not_said_that_they_know()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var neighbour = await world.NeighbourAsync();
        var (kari, nora) = (await world.SignInAsync(DialogueWorld.Kari), await neighbour.SignInAsync("nora@storelva.example"));
        await SayAsync(neighbour, nora, "isbane");
        var id = await world.AskedAsync("Når åpner isbanen?");

        var page = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        page.Document.QuerySelector("#knows").ShouldBeNull();
        await kari.PostAsync($"{world.Path}/conversations/{id}/asks", page.Token, ("person", $"{world.Person(DialogueWorld.Jonas)}"));
        (await nora.PostAsync($"{neighbour.Path}/conversations/{id}/asks", (await nora.OpenAsync($"{neighbour.Path}/profile/subjects")).Token, ("person", $"{Guid.Empty}")))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.ReadAsync(db => db.Set<Ask>().CountAsync())).ShouldBe(0);

        var many = string.Join('\n', Enumerable.Range(0, 31).Select(i => $"emne {i}"));
        var form = await kari.OpenAsync($"{world.Path}/profile/subjects");
        (await kari.SendAsync(form, $"{world.Path}/profile/subjects", ("subjects", many), ("most", "2"), ("away", "i morgen"))).Document
            .QuerySelectorAll(".rf-invalid").Length.ShouldBe(2);
    }

    private static async Task SayAsync(DialogueWorld world, Visitor person, string subjects) => (await person.SendAsync(
        await person.OpenAsync($"{world.Path}/profile/subjects"), $"{world.Path}/profile/subjects", ("subjects", subjects), ("most", "2"), ("away", "")))
        .Text.ShouldContain("Lagret.");
}
