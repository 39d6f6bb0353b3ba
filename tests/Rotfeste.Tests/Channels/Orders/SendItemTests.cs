using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Orders;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Tests.Channels.Fakes;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.People;

namespace Rotfeste.Tests.Channels.Orders;

public sealed class SendItemTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task An_answer_stands_at_the_network_once_with_facets_languages_and_its_place_in_the_thread(Provider provider)
    {
        await using var world = await ChannelWorld.StartAsync(provider);
        var channel = await world.ConnectedAsync();
        var parent = world.Pds.Network.Tell(world.Ours, world.Citizen, "mention", "Når kommer vannet?", DateTimeOffset.UtcNow);

        var item = await world.OrderAsync(channel.Id, "Hei @kari.example og @ingen.example, se fjordvik.no #vann", parent: parent);

        var card = await world.ItemBecomesAsync(item, ItemState.Sent);
        card.WebLink.ShouldNotBeNull().ShouldStartWith($"https://bsky.app/profile/{world.Ours.Did}/post/");
        var post = world.Pds.Network.PostsOf(world.Ours).ShouldHaveSingleItem();
        ((string?)post["text"]).ShouldBe("Hei @kari.example og @ingen.example, se fjordvik.no #vann");
        ((string?)post["reply"]!["parent"]!["uri"]).ShouldBe(parent);
        post["langs"]!.AsArray().Select(l => (string?)l).ShouldBe(["nb"]);
        var facets = post["facets"]!.AsArray().Select(f => f!["features"]![0]!.ToJsonString()).ToList();
        facets.Count.ShouldBe(3);
        facets.ShouldContain(f => f.Contains(world.Citizen.Did, StringComparison.Ordinal));
        (await FactsAsync(world, "item-sent")).ShouldBe(1);
    }

    public static TheoryData<string> LostAnswers => ["hangs up after", "hangs up before", "slow", "500", "html", "broken json"];

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task After_an_unknown_outcome_it_is_looked_for_and_stands_there_exactly_once(string trouble)
    {
        await using var world = await ChannelWorld.StartAsync();
        var channel = await world.ConnectedAsync();
        world.Pds.Fail("putRecord", Find(trouble), times: 1);

        var item = await world.OrderAsync(channel.Id);

        await world.ItemBecomesAsync(item, ItemState.Sent);
        world.Pds.Network.PostsOf(world.Ours).ShouldHaveSingleItem();
        // The state in between may last less than one look; the fact that tells of it is kept.
        (await FactsAsync(world, "item-delayed")).ShouldBe(1);
        (await FactsAsync(world, "item-sent")).ShouldBe(1);
    }

    [Fact]
    public async Task What_may_be_out_is_found_there_though_the_sign_in_is_lost()
    {
        await using var world = await ChannelWorld.StartAsync();
        var channel = await world.ConnectedAsync();
        world.Pds.Fail("putRecord", async (http, truth) =>
        {
            await Find("hangs up after")(http, truth);
            world.Ours.Password = "changed";
            world.Pds.Network.Expire(refreshToo: true);
        });

        var item = await world.OrderAsync(channel.Id);

        await world.ItemBecomesAsync(item, ItemState.Sent);
        world.Pds.Network.PostsOf(world.Ours).ShouldHaveSingleItem();
        await world.HealthBecomesAsync(ChannelState.SignInAgain);
    }

    [Fact]
    public async Task A_rate_limit_is_waited_out()
    {
        var clock = new MovedClock();
        await using var world = await ChannelWorld.StartAsync(clock: clock);
        var channel = await world.ConnectedAsync();
        world.Pds.Fail("putRecord", Troubles.RateLimited(3_600), times: 1);

        var item = await world.OrderAsync(channel.Id);

        var waiting = await world.ItemBecomesAsync(item, ItemState.Sending, ItemReason.RateLimited);
        waiting.NextTry.ShouldNotBeNull();
        clock.Move(Duration.FromHours(2));
        await world.ItemBecomesAsync(item, ItemState.Sent);
        world.Pds.Network.PostsOf(world.Ours).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_record_that_the_network_does_not_take_is_refused_with_the_reason()
    {
        await using var world = await ChannelWorld.StartAsync();
        var channel = await world.ConnectedAsync();

        var item = await world.OrderAsync(channel.Id, new string('a', 301));

        await world.ItemBecomesAsync(item, ItemState.Refused, ItemReason.RecordRefused);
        (await FactsAsync(world, "item-refused")).ShouldBe(1);
        world.Pds.Network.PostsOf(world.Ours).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reply_to_what_is_gone_is_refused_before_it_goes_out()
    {
        await using var world = await ChannelWorld.StartAsync();
        var channel = await world.ConnectedAsync();
        var parent = world.Pds.Network.Tell(world.Ours, world.Citizen, "mention", "Slettes straks", DateTimeOffset.UtcNow);
        world.Pds.Network.Delete(parent);

        var item = await world.OrderAsync(channel.Id, parent: parent);

        await world.ItemBecomesAsync(item, ItemState.Refused, ItemReason.ParentGone);
        world.Pds.CallsOf("putRecord").ShouldBe(0);
    }

    [Fact]
    public async Task What_is_taken_back_in_time_never_goes_out()
    {
        var clock = new MovedClock();
        await using var world = await ChannelWorld.StartAsync(clock: clock);
        var channel = await world.ConnectedAsync();
        var item = await world.OrderAsync(channel.Id, "Angret", wait: Duration.FromHours(1));

        (await TakeBackAsync(world, item)).ShouldBeTrue();
        clock.Move(Duration.FromHours(2));

        // One that was due later has gone out: had the first still been waiting, it would have gone before.
        await world.ItemBecomesAsync(await world.OrderAsync(channel.Id, "Etter", wait: Duration.FromHours(1.5)), ItemState.Sent);
        (await world.ItemAsync(item)).State.ShouldBe(ItemState.TakenBack);
        ((string?)world.Pds.Network.PostsOf(world.Ours).ShouldHaveSingleItem()["text"]).ShouldBe("Etter");
    }

    [Fact]
    public async Task What_is_sent_cannot_be_taken_back_and_ordering_it_again_changes_nothing()
    {
        await using var world = await ChannelWorld.StartAsync();
        var channel = await world.ConnectedAsync();
        var item = await world.OrderAsync(channel.Id);
        await world.ItemBecomesAsync(item, ItemState.Sent);

        (await TakeBackAsync(world, item)).ShouldBeFalse();
        await world.App.InAsync(world.Organisation, async services =>
        {
            var reference = new PostReference("at://x", "");
            await services.GetRequiredService<Items>().SendAsync(
                new SendItem(item, channel.Id, "again", [], reference, reference, SystemClock.Instance.GetCurrentInstant(), default), default);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });

        // Due work is done in the order of its times; when a later order is out, the repeat would be too.
        await world.ItemBecomesAsync(await world.OrderAsync(channel.Id, "Etter"), ItemState.Sent);
        (await world.RowsAsync<Item>()).ShouldNotContain(i => i.Text == "again");
        world.Pds.Network.PostsOf(world.Ours).Select(p => (string?)p["text"]).Order().ShouldBe(["Etter", "Hei Kari. Vannet er tilbake kl. 14. – Jonas"]);
    }

    [Fact]
    public async Task A_key_that_holds_something_else_is_a_refusal_and_never_overwritten()
    {
        await using var world = await ChannelWorld.StartAsync();
        var channel = await world.ConnectedAsync();
        world.Pds.Fail("putRecord", Troubles.HangsUp, times: 1_000);
        var item = await world.OrderAsync(channel.Id);
        var card = await world.ItemBecomesAsync(item, ItemState.OutcomeUnknown, ItemReason.Unreachable);
        world.Pds.Network.Put(card.Uri!, new() { ["text"] = "somebody else's" });

        await world.ItemBecomesAsync(item, ItemState.Refused, ItemReason.RecordRefused);

        ((string?)world.Pds.Network.PostsOf(world.Ours).ShouldHaveSingleItem()["text"]).ShouldBe("somebody else's");
    }

    private static Task<bool> TakeBackAsync(ChannelWorld world, ItemId item) => world.App.InAsync(world.Organisation, async services =>
    {
        var isTaken = await services.GetRequiredService<Items>().TakeBackAsync(item, default);
        await services.GetRequiredService<AppDb>().SaveChangesAsync();
        return isTaken;
    });

    private static async Task<int> FactsAsync(ChannelWorld world, string name) =>
        (await world.RowsAsync<FactRow>()).Count(f => f.Type.StartsWith(name, StringComparison.Ordinal));

    private static Trouble Find(string name) => name switch
    {
        "hangs up after" => Troubles.DoneButHangsUp,
        "hangs up before" => Troubles.HangsUp,
        "slow" => Troubles.Slow(TimeSpan.FromSeconds(4)),
        "500" => Troubles.ServerError,
        "html" => Troubles.Html,
        _ => Troubles.BrokenJson,
    };
}
