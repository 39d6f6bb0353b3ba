using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Notes;
using Rotfeste.Platform.Due;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Notes;

/// <summary>Colleagues talk over a conversation: notes, names called, handing over with a word, following.</summary>
public sealed class TalkTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_note_tells_whom_it_calls_is_found_and_goes_when_its_writer_wants_it_gone(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var id = await world.AskedAsync("Når kommer vannet i Storgata?");
        var (kari, jonas) = (await world.SignInAsync(DialogueWorld.Kari), await world.SignInAsync(DialogueWorld.Jonas));
        var page = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        var notes = $"{world.Path}/conversations/{id}/notes";

        (await kari.SendAsync(page, notes, ("note", " "))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var shown = await kari.SendAsync(page, notes, ("note", "@Jonas, står tankbilen ved Kjeldebakken ennå?"));
        shown.Document.QuerySelector(".rf-note")!.TextContent.ShouldContain("Jonas Eide har fått beskjed");
        (await jonas.OpenAsync($"{world.Path}/notices")).Text.ShouldContain("Kari Lunde nevner deg i et notat");
        (await jonas.OpenAsync($"{world.Path}/inbox/{id}")).Document.QuerySelector(".rf-note form").ShouldBeNull("it is hers");
        (await jonas.OpenAsync($"{world.Path}/inbox?view=all&q=Kjeldebakken")).Document.QuerySelector($"[data-row='{id}']").ShouldNotBeNull();

        var note = (await world.ReadAsync(db => db.Set<Note>().SingleAsync())).Id;
        (await jonas.PostAsync($"{world.Path}/notes/{note}/removal", (await jonas.OpenAsync($"{world.Path}/inbox/{id}")).Token)).Status.ShouldBe(HttpStatusCode.NotFound);
        var gone = await kari.SendAsync(shown, $"{world.Path}/notes/{note}/removal");
        gone.Text.ShouldContain("Notatet er tatt bort");
        (await jonas.OpenAsync($"{world.Path}/inbox/{id}")).Document.QuerySelector(".rf-note").ShouldBeNull();
        (await jonas.OpenAsync($"{world.Path}/notices")).Text.ShouldNotContain("nevner deg i et notat");
        (await jonas.OpenAsync($"{world.Path}/inbox?view=all&q=Kjeldebakken")).Document.QuerySelector($"[data-row='{id}']").ShouldBeNull();

        (await kari.SendAsync(gone, $"{world.Path}/notes/{note}/return")).Text.ShouldContain("Kjeldebakken");
        var again = await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{id}"), $"{world.Path}/notes/{note}/removal");
        again.Status.ShouldBe(HttpStatusCode.OK);
        await world.App.InAsync(world.Organisation, s => s.GetRequiredService<EraseNote>().DoAsync(new EraseNoteJob(world.Organisation, note), new DueTry(1), CancellationToken.None));
        (await world.ReadAsync(db => db.Set<Note>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Handed_over_with_a_word_it_tells_the_one_who_gets_it()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync("Hvem måker i Lia?");
        var (kari, jonas) = (await world.SignInAsync(DialogueWorld.Kari), await world.SignInAsync(DialogueWorld.Jonas));

        await kari.SendAsync(
            await kari.OpenAsync($"{world.Path}/inbox/{id}"), $"{world.Path}/conversations/{id}/assignment",
            ("to", $"{world.Person(DialogueWorld.Jonas)}"), ("note", "Du kjenner veien."));

        (await world.ConversationAsync(id)).TakenBy.ShouldBe(world.Person(DialogueWorld.Jonas));
        (await jonas.OpenAsync($"{world.Path}/notices")).Text.ShouldContain("Kari Lunde setter over en samtale til deg");
        var note = (await jonas.OpenAsync($"{world.Path}/inbox/{id}")).Document.QuerySelector(".rf-note")!.TextContent;
        note.ShouldContain("Satt over til Jonas Eide");
        note.ShouldContain("Du kjenner veien.");
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Who_follows_is_told_of_what_comes_and_nobody_else_sees_it(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var first = await world.WriteToUsAsync("Når kommer vannet?");
        var id = await world.ConversationOfAsync(first);
        var (kari, jonas) = (await world.SignInAsync(DialogueWorld.Kari), await world.SignInAsync(DialogueWorld.Jonas));
        var following = $"{world.Path}/conversations/{id}/following";
        var page = await jonas.SendAsync(await jonas.OpenAsync($"{world.Path}/inbox/{id}"), following);
        page.Text.ShouldContain("Slutt å følge");
        (await kari.OpenAsync($"{world.Path}/inbox/{id}")).Document.QuerySelector($"form[action='{following}']").ShouldNotBeNull();

        await world.ConversationOfAsync(await world.WriteToUsAsync("Det er kaldt her", root: await world.UriOfAsync(first)));
        (await jonas.OpenAsync($"{world.Path}/notices")).Text.ShouldContain("Noe nytt i en samtale du følger");
        (await kari.OpenAsync($"{world.Path}/notices")).Text.ShouldNotContain("Noe nytt i en samtale du følger");

        await jonas.SendAsync(page, $"{following}/removal");
        (await jonas.OpenAsync($"{world.Path}/inbox/{id}")).Document.QuerySelector($"form[action='{following}']").ShouldNotBeNull();
    }
}
