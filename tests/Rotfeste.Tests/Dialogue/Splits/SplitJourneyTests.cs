using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Listening.Contracts;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Splits;

/// <summary>A post about another matter is taken out of its conversation, over HTTP.</summary>
public sealed class SplitJourneyTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_post_and_what_answers_it_become_a_conversation_that_later_replies_find(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var water = await world.WriteToUsAsync("Når kommer vannet i Storgata?", at: Now - Duration.FromHours(3));
        var root = await world.UriOfAsync(water);
        var pool = await world.WriteToUsAsync("Og så lurer jeg på svømmehallen", at: Now - Duration.FromHours(2), root: root);
        var pools = await world.UriOfAsync(pool);
        var more = await world.WriteToUsAsync("Er den åpen på søndag?", at: Now - Duration.FromHours(1), root: root, parent: pools);
        var whole = await world.ConversationOfAsync(water);
        (await world.ConversationOfAsync(more)).ShouldBe(whole);
        var kari = await world.SignInAsync(DialogueWorld.Kari);

        var open = await kari.OpenAsync($"{world.Path}/inbox/{whole}");
        open.Document.QuerySelector($"a[href*='/splitting?post={water}']").ShouldBeNull("what it began with stays");
        var link = open.Document.QuerySelector($"a[href*='/splitting?post={pool}']")!.GetAttribute("href")!;
        var page = await kari.OpenAsync(link);
        page.Text.ShouldContain("ett innlegg til følger med");
        var split = await kari.SendAsync(page, $"{world.Path}/conversations/{whole}/splits", ("post", $"{pool}"));
        var made = await world.ConversationOfAsync(pool);
        split.Address.ShouldBe($"{world.Path}/inbox/{made}");
        (await world.ConversationOfAsync(more)).ShouldBe(made);
        Said(split).ShouldBe(["Og så lurer jeg på svømmehallen", "Er den åpen på søndag?"]);
        Said(await kari.OpenAsync($"{world.Path}/inbox/{whole}")).ShouldBe(["Når kommer vannet i Storgata?"]);
        (await world.ConversationAsync(whole)).DueAt.ShouldNotBeNull();
        (await world.ConversationAsync(made)).DueAt.ShouldNotBeNull();
        (await kari.SendAsync(page, $"{world.Path}/conversations/{whole}/splits", ("post", $"{pool}"))).Address
            .ShouldBe(split.Address, "pressed twice it is there once");

        // Each reply goes to what it answers, also through an answer of ours that has not come back.
        var later = await world.WriteToUsAsync("Jeg mente svømmehallen på Nes", root: root, parent: await world.UriOfAsync(more));
        (await world.ConversationOfAsync(later)).ShouldBe(made);
        (await world.ConversationOfAsync(await world.WriteToUsAsync("Vannet er fortsatt borte", root: root))).ShouldBe(whole);
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{made}"), $"{world.Path}/conversations/{made}/answers", ("text", "Den er åpen 10–16."));
        var answer = await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync());
        (answer.Conversation, answer.Answered).ShouldBe((made, later));

        var again = await kari.OpenAsync($"{world.Path}/inbox/{made}");
        await world.TellAsync(new Rotfeste.Channels.Contracts.ItemSent(world.Organisation, answer.Order, world.Channel, answer.By, Now));
        await Eventually.ShouldHoldAsync(async () => (await world.ConversationAsync(made)).State.ShouldBe(ConversationState.WaitingForThem));
        await kari.SendAsync(again, $"{world.Path}/conversations/{whole}/merges", ("other", $"{made}"));
        (await world.ConversationAsync(whole)).Posts.Count.ShouldBe(5);
        (await world.ConversationOfAsync(await world.WriteToUsAsync("Takk for hjelpen med hallen", root: root, parent: pools))).ShouldBe(whole);
    }

    [Fact]
    public async Task What_others_have_and_what_would_leave_nothing_is_not_split()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var only = await world.WriteToUsAsync("Hvem tar snøen på Nes?");
        var id = await world.ConversationOfAsync(only);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var page = await kari.OpenAsync($"{world.Path}/inbox/{id}/splitting");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Noe må bli igjen");
        (await kari.PostAsync($"{world.Path}/conversations/{id}/splits", page.Token, ("post", $"{only}"))).Status.ShouldBe(HttpStatusCode.Conflict);

        var neighbour = await world.NeighbourAsync();
        var theirs = await neighbour.WriteToUsAsync("Når åpner hallen på Storelva?", "per");
        var hall = await neighbour.ConversationOfAsync(theirs);
        (await kari.PostAsync($"{world.Path}/conversations/{hall}/splits", page.Token, ("post", $"{theirs}"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await kari.PostAsync($"{world.Path}/conversations/{id}/splits", page.Token, ("post", $"{theirs}"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static List<string> Said(Seen page) => [.. page.Document.QuerySelectorAll("#conversation .rf-post .voice").Select(p => p.TextContent.Trim())];

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();
}
