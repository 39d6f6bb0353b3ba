using System.Net;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Rotfeste.Tests.Dialogue;

public sealed class InboxTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_is_said_to_us_stands_in_the_inbox(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var id = await world.AskedAsync("Når kommer vannet tilbake i Storgata?", name: "Ingrid Solli");
        var kari = await world.SignInAsync(DialogueWorld.Kari);

        var inbox = await kari.OpenAsync($"{world.Path}/inbox");
        inbox.Status.ShouldBe(HttpStatusCode.OK);
        inbox.Text.ShouldContain("Ingrid Solli");
        inbox.Text.ShouldContain("Når kommer vannet tilbake i Storgata?");
        inbox.Document.QuerySelector($"a[data-row='{id}']").ShouldNotBeNull();

        var open = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        open.Document.QuerySelectorAll("h1").Length.ShouldBe(1);
        open.Document.QuerySelector(".rf-asked")!.TextContent.ShouldContain("Når kommer vannet tilbake");
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_post_told_of_twice_is_one_conversation(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var post = await world.WriteToUsAsync("Hei");
        await world.ConversationOfAsync(post);
        await world.TellAsync(new Rotfeste.Listening.Contracts.PostAddressedUs(
            world.Organisation, post, world.Channel, Rotfeste.Channels.Contracts.AccountEventKind.Reply, SystemClock.Instance.GetCurrentInstant()));
        await world.ConversationOfAsync(await world.WriteToUsAsync("Noe annet", author: "runar"));

        (await world.ReadAsync(db => db.Set<Conversation>().CountAsync())).ShouldBe(2);
        (await world.ReadAsync(db => db.Set<ConversationPost>().CountAsync())).ShouldBe(2);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task The_next_reply_joins_the_conversation_and_reopens_it(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var first = await world.WriteToUsAsync("Er biblioteket åpent?");
        var id = await world.ConversationOfAsync(first);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var page = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        var closed = await kari.SendAsync(page, $"{world.Path}/conversations/{id}/closure", ("outcome", "Solved"));
        closed.Document.QuerySelector("#composer").ShouldBeNull();

        var next = await world.WriteToUsAsync("Og i romjula?", root: await world.UriOfAsync(first));
        (await world.ConversationOfAsync(next)).ShouldBe(id);
        var conversation = await world.ConversationAsync(id);
        conversation.State.ShouldBe(ConversationState.WaitingForUs);
        (await kari.OpenAsync($"{world.Path}/inbox/{id}")).Document.QuerySelector("#composer").ShouldNotBeNull();
    }

    [Fact]
    public async Task Another_organisations_conversation_is_not_there()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var neighbour = await world.NeighbourAsync();
        var theirs = await neighbour.AskedAsync("Bare til dere");
        var kari = await world.SignInAsync(DialogueWorld.Kari);

        (await kari.OpenAsync($"{world.Path}/inbox/{theirs}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await kari.OpenAsync($"{neighbour.Path}/inbox/{theirs}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await kari.OpenAsync($"{world.Path}/inbox?view=all")).Text.ShouldNotContain("Bare til dere");
        var own = await world.AskedAsync("Til oss");
        var page = await kari.OpenAsync($"{world.Path}/inbox/{own}");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var resource in new[] { "assignment", "closure", "answers", "draft", "handback", "reopening", "preview" })
        {
            var refused = await kari.PostAsync(
                $"{world.Path}/conversations/{theirs}/{resource}", ("__RequestVerificationToken", token), ("text", "x"), ("outcome", "Solved"));
            refused.Status.ShouldBe(HttpStatusCode.NotFound, resource);
        }
    }

    [Fact]
    public async Task A_channel_given_to_a_unit_is_not_there_for_the_others()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync("Hemmelig for andre enheter");
        var unit = await world.ReadAsync(db => db.Set<Rotfeste.People.Units.Unit>().Where(u => u.Name.Contains("bibliotek")).Select(u => u.Id).FirstAsync());
        await world.App.InAsync(world.Organisation, async services =>
        {
            var db = (Rotfeste.Platform.Data.AppDb)services.GetService(typeof(Rotfeste.Platform.Data.AppDb))!;
            db.Add(new Rotfeste.Channels.Accounts.ChannelUnit { Channel = world.Channel, Organisation = world.Organisation, Unit = unit });
            await db.SaveChangesAsync();
        });

        var jonas = await world.SignInAsync(DialogueWorld.Jonas);
        (await jonas.OpenAsync($"{world.Path}/inbox/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await jonas.OpenAsync($"{world.Path}/inbox?view=all")).Text.ShouldNotContain("Hemmelig");
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        (await kari.OpenAsync($"{world.Path}/inbox/{id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_erased_post_shows_no_text_and_says_why()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var post = await world.WriteToUsAsync("Dette angrer jeg på", name: "Ola Brekke");
        var id = await world.ConversationOfAsync(post);
        await world.EraseAsync(post);
        await Eventually.ShouldHoldAsync(async () => (await world.ConversationAsync(id)).State.ShouldBe(ConversationState.Gone));

        var kari = await world.SignInAsync(DialogueWorld.Kari);
        foreach (var address in new[] { $"{world.Path}/inbox?view=all", $"{world.Path}/inbox/{id}" })
        {
            var page = await kari.OpenAsync(address);
            page.Html.ShouldNotContain("Dette angrer jeg på");
            page.Html.ShouldNotContain("Ola Brekke");
            page.Text.ShouldContain("slettet av den som skrev det");
        }
    }

    [Fact]
    public async Task Script_in_every_field_is_only_text()
    {
        const string script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync(script, name: script);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var page = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        var refused = await kari.SendAsync(page, $"{world.Path}/conversations/{id}/answers", ("text", script + new string('a', 5_000)));
        foreach (var seen in new[] { page, refused, await kari.OpenAsync($"{world.Path}/inbox") })
        {
            seen.Document.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
            seen.Document.QuerySelectorAll("[onerror]").ShouldBeEmpty();
            seen.Text.ShouldContain("alert(1)");
        }
    }

    [Fact]
    public async Task Pages_of_the_list_follow_each_other_without_gap_or_repeat()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var at = SystemClock.Instance.GetCurrentInstant() - Duration.FromHours(1);
        var last = default(Rotfeste.Listening.Contracts.PostId);
        for (var i = 0; i < 120; i++)
            last = await world.WriteToUsAsync($"Nummer {i}", author: $"a{i}", at: at + Duration.FromSeconds(i / 3));
        await world.ConversationOfAsync(last);

        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var seen = new List<string>();
        for (var address = $"{world.Path}/inbox"; address is not null;)
        {
            var page = await kari.OpenAsync(address);
            seen.AddRange(page.Document.QuerySelectorAll("[data-row]").Select(r => r.GetAttribute("data-row")!));
            address = page.Document.QuerySelector("a.push[href*='after=']")?.GetAttribute("href");
        }

        seen.Count.ShouldBe(120);
        seen.Distinct().Count().ShouldBe(120);
    }

    [Fact]
    public async Task Only_those_who_may_answer_can_write()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync("Hei");
        var thea = await world.SignInAsync(DialogueWorld.Thea);
        var page = await thea.OpenAsync($"{world.Path}/inbox/{id}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector("#composer").ShouldBeNull();
    }
}
