using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Events;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Timelines;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Channels.Fakes;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Channels.Mastodon;

public sealed class MastodonChannelTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task An_account_is_connected_heard_answered_from_and_signed_in_again(Provider provider)
    {
        await using var world = await ChannelWorld.StartAsync(provider);
        await using var server = await FakeMastodon.StartAsync();
        (await ConnectAsync(world, server)).Address.ShouldBe($"{world.Path}/channels");
        var card = await world.CardAsync();
        (card.Network, card.Handle, card.Account).ShouldBe(("mastodon", $"fjordvik@{server.Address.Authority}", $"{server.Address}@fjordvik"));
        card.Limits.ShouldNotBeNull().MostLetters.ShouldBe(700);

        await AMentionIsFollowedAsync(world, server);
        await AnAnswerIsThereOnceAsync(world, server, card.Id);
        await AnotherAccountIsRefusedAsync(world, server, card.Id);
    }

    [Fact]
    public async Task A_sign_in_that_somebody_else_began_or_nobody_connects_nothing()
    {
        await using var world = await ChannelWorld.StartAsync();
        await using var server = await FakeMastodon.StartAsync();
        var way = await BeginAsync(world, server);

        using var stranger = world.App.NewVisitor();
        (await stranger.OpenAsync($"{world.Path}/channels/mastodon/return?code=1&state={StateIn(way)}")).Address.ShouldContain("sign-in");
        (await world.Owner.OpenAsync($"{world.Path}/channels/mastodon/return?code=1&state=guessed")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.Owner.OpenAsync($"{world.Path}/channels/mastodon/return?error=access_denied&state={StateIn(way)}")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        // It was used up by the no.
        (await GoAsync(world, way)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.RowsAsync<Channel>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_said_in_public_there_is_found_and_its_change_and_deletion_are_followed()
    {
        await using var world = await ChannelWorld.StartAsync();
        await using var server = await FakeMastodon.StartAsync();
        await ConnectAsync(world, server);
        var id = server.Say("Når kommer vannet?");
        await world.Owner.SendAsync(
            await world.Owner.OpenAsync($"{world.Path}/searches"), $"{world.Path}/searches", ("name", "Vann"), ("names", "vannet"), ("not", ""), ("query", ""));
        await Eventually.ShouldHoldAsync(async () => (await PostsAsync(world)).ShouldContain(p => p.Text == "Når kommer vannet?"));
        await Eventually.ShouldHoldAsync(async () =>
            (await world.Owner.OpenAsync($"{world.Path}/sources")).Text.ShouldContain($"All that is public at {server.Address.Authority}"));

        server.Edit(id, "Når kommer strømmen?");
        await LookAgainAsync(world);
        var changed = await world.Owner.OpenAsync($"{world.Path}/mentions");
        changed.Text.ShouldContain("Når kommer strømmen?");
        changed.Text.ShouldContain("no search hits it any longer");
        server.Delete(id);
        await LookAgainAsync(world);
        (await world.Owner.OpenAsync($"{world.Path}/mentions")).Text.ShouldContain("The author has deleted this post");
        (await PostsAsync(world)).ShouldAllBe(p => p.Text.Length == 0);
    }

    [Fact]
    public async Task A_sign_in_taken_back_while_an_answer_goes_out_loses_nothing_and_sends_nothing_twice()
    {
        await using var world = await ChannelWorld.StartAsync();
        await using var server = await FakeMastodon.StartAsync();
        await ConnectAsync(world, server);
        var card = await world.CardAsync();
        server.Forgets = true;
        server.Troubles.Enqueue("revoked");
        var question = server.Tell("Er det noen der?");

        // It went out, nobody could say so, and nobody may look.
        var item = await world.OrderAsync(card.Id, "Ja, ring oss.", parent: $"{server.Address}api/v1/statuses/{question}");
        await world.HealthBecomesAsync(ChannelState.SignInAgain);
        (await world.ItemAsync(item)).State.ShouldNotBe(ItemState.Sent);
        (await world.ItemAsync(item)).State.ShouldNotBe(ItemState.Refused);

        var page = await world.Owner.OpenAsync($"{world.Path}/channels/{card.Id}");
        await GoAsync(world, WayIn(await world.Owner.SendAsync(page, $"{world.Path}/channels/mastodon")));
        await world.ItemBecomesAsync(item, ItemState.Sent);
        server.Posted.Count.ShouldBe(1);
    }

    private static Task LookAgainAsync(ChannelWorld world) => world.App.InAsync(world.Organisation, async services =>
    {
        await services.GetRequiredService<AppDb>().Set<KeptPost>().ExecuteUpdateAsync(set => set.SetProperty(p => p.CheckAt, SystemClock.Instance.GetCurrentInstant()));
        var card = (await services.GetRequiredService<ConnectedChannels>().AllAsync(default)).Single();
        await services.GetRequiredService<LookAgain>().LookAsync(new OwnAccount(world.Organisation, card.Id, card.Network, card.Account), default);
    });

    [Theory]
    [InlineData("hei hei")]
    [InlineData("http://127.0.0.1:1")]
    public async Task A_server_that_is_none_is_refused_in_words(string typed)
    {
        await using var world = await ChannelWorld.StartAsync();
        var seen = await world.Owner.SendAsync(await world.Owner.OpenAsync($"{world.Path}/channels/new/mastodon"), $"{world.Path}/channels/mastodon", ("server", typed));
        seen.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        seen.Document.QuerySelector("[name=server]")!.GetAttribute("value").ShouldBe(typed);
    }

    // The clock that looks again by itself is too slow for this: it is the stream that tells.
    private static async Task AMentionIsFollowedAsync(ChannelWorld world, FakeMastodon server)
    {
        var id = server.Tell("Når kommer vannet?");
        await Eventually.ShouldHoldAsync(async () => (await PostsAsync(world)).ShouldContain(p => p.Text == "Når kommer vannet?"));
        server.Edit(id, "Når kommer strømmen?");
        await Eventually.ShouldHoldAsync(async () => (await PostsAsync(world)).ShouldContain(p => p.Text == "Når kommer strømmen?"));
        server.Delete(id);
        await Eventually.ShouldHoldAsync(async () => (await PostsAsync(world)).ShouldAllBe(p => p.Text.Length == 0));
        await Eventually.ShouldHoldAsync(async () => (await world.RowsAsync<RawEvent>()).ShouldAllBe(e => e.Raw.Length == 0));
    }

    private static async Task AnAnswerIsThereOnceAsync(ChannelWorld world, FakeMastodon server, ChannelId channel)
    {
        server.Forgets = true;
        server.Troubles.Enqueue("broken");
        server.Troubles.Enqueue("lost");
        var question = server.Tell("Er det noen der?", "direct");
        var item = await world.OrderAsync(channel, "Ja, ring oss.\n– Jonas", parent: $"{server.Address}api/v1/statuses/{question}");

        var sent = await world.ItemBecomesAsync(item, ItemState.Sent);
        sent.WebLink.ShouldNotBeNull().ShouldStartWith($"{server.Address}@fjordvik/");
        var status = server.Posted.ShouldHaveSingleItem();
        ((string?)status["content"]).ShouldBe("<p>@kari Ja, ring oss.<br>– Jonas</p>");
        ((string?)status["visibility"], (string?)status["in_reply_to_id"], (string?)status["language"]).ShouldBe(("direct", question, "nb"));
    }

    private static async Task AnotherAccountIsRefusedAsync(ChannelWorld world, FakeMastodon server, ChannelId channel)
    {
        server.Revoke();
        await world.HealthBecomesAsync(ChannelState.SignInAgain);
        var page = await world.Owner.OpenAsync($"{world.Path}/channels/{channel}");

        server.Name = "annen";
        var seen = await GoAsync(world, WayIn(await world.Owner.SendAsync(page, $"{world.Path}/channels/mastodon")));
        seen.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.CardAsync()).Health.State.ShouldBe(ChannelState.SignInAgain);

        server.Name = "fjordvik";
        seen = await GoAsync(world, WayIn(await world.Owner.SendAsync(page, $"{world.Path}/channels/mastodon")));
        seen.Address.ShouldBe($"{world.Path}/channels/{channel}");
        await world.HealthBecomesAsync(ChannelState.Connected);
    }

    private static Task<List<KeptPost>> PostsAsync(ChannelWorld world) => world.RowsAsync<KeptPost>();

    private static async Task<Seen> ConnectAsync(ChannelWorld world, FakeMastodon server) => await GoAsync(world, await BeginAsync(world, server));

    private static async Task<string> BeginAsync(ChannelWorld world, FakeMastodon server)
    {
        var form = await world.Owner.OpenAsync($"{world.Path}/channels/new/mastodon");
        return WayIn(await world.Owner.SendAsync(form, $"{world.Path}/channels/mastodon", ("server", server.Address.ToString())));
    }

    // The server sends people back to the installation's own address, which is not where a test's product listens.
    private static async Task<Seen> GoAsync(ChannelWorld world, string way)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var there = await http.GetAsync(way);
        there.Headers.Location!.GetLeftPart(UriPartial.Authority).ShouldBe("http://localhost:5080");
        return await world.Owner.OpenAsync(there.Headers.Location.PathAndQuery);
    }

    private static string WayIn(Seen seen) => seen.Document.QuerySelector("#go")?.GetAttribute("href") ?? throw new InvalidOperationException(seen.Text);

    private static string StateIn(string way) => System.Web.HttpUtility.ParseQueryString(new Uri(way).Query)["state"]!;
}
