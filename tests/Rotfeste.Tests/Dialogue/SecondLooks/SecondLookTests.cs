using System.Net;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Drafts;
using Rotfeste.Dialogue.SecondLooks;
using Rotfeste.People.Notices;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.SecondLooks;

public sealed class SecondLookTests
{
    [Fact]
    public void A_difference_put_together_is_either_text()
    {
        foreach (var (before, after) in new[] { ("Vi ser på det.", "Vi ser på det i dag."), ("", "Hei\n\ndu"), ("a b c", ""), ("ja  nei", "nei ja") })
        {
            var pieces = Difference.Of(before, after);
            string.Concat(pieces.Where(p => p.IsIn).Select(p => p.Text)).ShouldBe(after);
            string.Concat(pieces.Where(p => p.WasIn).Select(p => p.Text)).ShouldBe(before);
        }

        Difference.Of("Vi ser på det.", "Vi ser på det i dag.").Count(p => !p.WasIn).ShouldBe(1);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_colleague_suggests_words_finds_them_good_and_what_is_changed_afterwards_is_said(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var (kari, jonas) = (await world.SignInAsync(DialogueWorld.Kari), await world.SignInAsync(DialogueWorld.Jonas));
        var id = await world.AskedAsync("Hvorfor er gebyret så høyt hos dere?");
        var inbox = $"{world.Path}/inbox/{id}";

        // What is typed goes along to the page where one asks.
        var request = await kari.SendAsync(await kari.OpenAsync(inbox), $"{world.Path}/conversations/{id}/look-draft", ("text", "Gebyret dekker kostnaden."));
        request.Document.QuerySelector("textarea[name=text]")!.TextContent.ShouldBe("Gebyret dekker kostnaden.");
        request.Document.QuerySelectorAll("select[name=reader] option").Select(o => o.GetAttribute("value")).ShouldNotContain($"{world.Person(DialogueWorld.Kari)}");
        (await kari.SendAsync(request, $"{world.Path}/conversations/{id}/looks", ("text", "Gebyret dekker kostnaden."))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var asked = await kari.SendAsync(
            request, $"{world.Path}/conversations/{id}/looks", ("text", "Gebyret dekker kostnaden."), ("doubt", "Er dette for kort?"), ("reader", $"{world.Person(DialogueWorld.Jonas)}"));
        asked.Text.ShouldContain("Jonas Eide er bedt om å se på det.");

        // Jonas alone is told, and sees question, doubt and draft.
        var look = await world.ReadAsync(db => db.Set<SecondLook>().SingleAsync());
        (await world.ReadAsync(db => db.Set<WrittenNotice>().Where(n => n.Kind == "look-asked").Select(n => n.Person).ToListAsync())).ShouldBe([world.Person(DialogueWorld.Jonas)]);
        (await kari.OpenAsync($"{world.Path}/looks/{look.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await jonas.OpenAsync($"{world.Path}/looks/{look.Id}");
        page.Text.ShouldContain("Hvorfor er gebyret så høyt hos dere?");
        page.Text.ShouldContain("Er dette for kort?");
        (await jonas.SendAsync(page, $"{world.Path}/looks/{look.Id}/words", ("text", "Gebyret dekker kostnaden."), ("how", "Said"))).Status
            .ShouldBe(HttpStatusCode.UnprocessableEntity, "it says nothing");
        await jonas.SendAsync(
            page, $"{world.Path}/looks/{look.Id}/words", ("text", "Gebyret dekker bare kostnaden."), ("comment", "Ett ord til."), ("how", "Good"));

        // Kari sees the difference and takes it over with one press; what she had written since stands before it.
        var told = await kari.OpenAsync(inbox);
        told.Text.ShouldContain("Jonas Eide synes det er godt. Send det.");
        told.Document.QuerySelector("#composer ins")!.TextContent.ShouldContain("bare");
        told.Text.ShouldNotContain("Du har endret teksten etterpå");
        await kari.SendAsync(told, $"{world.Path}/conversations/{id}/look-words", ("text", "Gebyret dekker kostnaden."), ("look", $"{look.Id}"));
        (await world.ReadAsync(db => db.Set<Draft>().SingleAsync())).Text.ShouldBe("Gebyret dekker bare kostnaden.");
        var more = await kari.SendAsync(told, $"{world.Path}/conversations/{id}/look-words", ("text", "Hei, Ingrid."), ("look", $"{look.Id}"));
        (await world.ReadAsync(db => db.Set<Draft>().SingleAsync())).Text.ShouldBe("Hei, Ingrid.\n\nGebyret dekker bare kostnaden.");
        more.Text.ShouldContain("Du har endret teksten etterpå", Case.Insensitive);

        // Asked anew while Jonas has the old words open: he is not taken to have read the new ones.
        await kari.SendAsync(await kari.OpenAsync($"{inbox}/look"), $"{world.Path}/conversations/{id}/looks", ("text", "Noe helt annet."), ("reader", $"{world.Person(DialogueWorld.Jonas)}"));
        var late = await jonas.SendAsync(page, $"{world.Path}/looks/{look.Id}/words", ("text", "Gebyret dekker kostnaden."), ("how", "Good"));
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("Utkastet ble endret mens du leste");

        // "Not now" needs no reason, and names nobody.
        await jonas.SendAsync(late, $"{world.Path}/looks/{look.Id}/passing");
        var after = await kari.OpenAsync(inbox);
        after.Document.QuerySelector("#composer .rf-note")!.TextContent.ShouldContain("Det passet ikke nå");
        after.Document.QuerySelector("#composer .rf-note")!.TextContent.ShouldNotContain("Jonas");

        // It was help: nothing hinders her from sending.
        (await kari.SendAsync(after, $"{world.Path}/conversations/{id}/answers", ("text", "Gebyret dekker kostnaden."))).Text.ShouldContain("Sendes om");
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task The_first_answers_of_somebody_new_are_looked_at_where_the_organisation_wishes_it_and_only_they_are_told(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var (kari, jonas) = (await world.SignInAsync(DialogueWorld.Kari), await world.SignInAsync(DialogueWorld.Jonas));
        var id = await world.AskedAsync("Når kommer dere og måker veien vår?");
        var (inbox, answers) = ($"{world.Path}/inbox/{id}", $"{world.Path}/conversations/{id}/answers");

        var settings = await kari.OpenAsync($"{world.Path}/newcomers");
        settings.Document.QuerySelector("[name=answers]")!.GetAttribute("value").ShouldBeNullOrEmpty("it is off until somebody turns it on");
        (await kari.SendAsync(settings, $"{world.Path}/newcomers", ("answers", "mange"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await kari.SendAsync(settings, $"{world.Path}/newcomers", ("answers", "1"));

        // Told honestly, with the text kept; no forged tick lets it pass.
        var held = await jonas.SendAsync(await jonas.OpenAsync(inbox), answers, ("text", "Vi kommer i kveld."), ("pass", "look"));
        held.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        held.Text.ShouldContain("En kollega ser på det første svaret ditt");
        held.Document.QuerySelector("textarea[name=text]")!.TextContent.ShouldBe("Vi kommer i kveld.");
        held.Document.QuerySelector("input[name=pass]").ShouldBeNull();

        var request = await jonas.SendAsync(held, $"{world.Path}/conversations/{id}/look-draft", ("text", "Vi kommer i kveld."));
        await jonas.SendAsync(request, $"{world.Path}/conversations/{id}/looks", ("text", "Vi kommer i kveld."), ("reader", $"{world.Person(DialogueWorld.Kari)}"));
        var look = await world.ReadAsync(db => db.Set<SecondLook>().SingleAsync());
        var page = await kari.OpenAsync($"{world.Path}/looks/{look.Id}");
        page.Text.ShouldNotContain("første svar", Case.Insensitive, "a request like any other");
        await kari.SendAsync(page, $"{world.Path}/looks/{look.Id}/words", ("text", look.Words), ("how", "Good"));

        // Good was said of these words, and of no others.
        (await jonas.SendAsync(held, answers, ("text", "Vi kommer aldri."))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await jonas.SendAsync(held, answers, ("text", "Vi kommer i kveld."))).Text.ShouldContain("Sendes om");
        (await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync())).Text.ShouldBe("Vi kommer i kveld.");

        // With the first answer behind him he is no newcomer.
        var next = await world.AskedAsync("Er badet åpent i påska?", "ola");
        (await jonas.SendAsync(await jonas.OpenAsync($"{world.Path}/inbox/{next}"), $"{world.Path}/conversations/{next}/answers", ("text", "Ja, hele uka.")))
            .Text.ShouldContain("Sendes om");
    }

    [Fact]
    public async Task Where_there_is_nobody_to_ask_a_newcomer_is_not_held_back_and_no_neighbour_reads_a_draft()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var neighbour = await world.NeighbourAsync();
        var nora = await neighbour.SignInAsync("nora@storelva.example");
        await nora.SendAsync(await nora.OpenAsync($"{neighbour.Path}/newcomers"), $"{neighbour.Path}/newcomers", ("answers", "5"));
        var own = await neighbour.AskedAsync("Hvor søker vi om barnehage?");
        var sent = await nora.SendAsync(
            await nora.OpenAsync($"{neighbour.Path}/inbox/{own}"), $"{neighbour.Path}/conversations/{own}/answers", ("text", "På nettsidene."), ("signature", "unit"));
        sent.Text.ShouldContain("Sendes om");

        var id = await world.AskedAsync("Hvor er søppelspannet?");
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        await kari.SendAsync(
            await kari.OpenAsync($"{world.Path}/inbox/{id}/look"), $"{world.Path}/conversations/{id}/looks", ("text", "Ved porten."), ("reader", $"{world.Person(DialogueWorld.Jonas)}"));
        var look = await world.ReadAsync(db => db.Set<SecondLook>().SingleAsync());
        (await nora.OpenAsync($"{neighbour.Path}/looks/{look.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await nora.PostAsync($"{neighbour.Path}/conversations/{id}/looks", sent.Token, ("text", "x"), ("reader", $"{world.Person(DialogueWorld.Jonas)}"))).Status
            .ShouldBe(HttpStatusCode.NotFound);
    }
}
