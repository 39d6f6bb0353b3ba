using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Bluesky;
using Rotfeste.Channels.Events;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Tests.Channels.Fakes;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.People;

namespace Rotfeste.Tests.Channels.Events;

public sealed class AccountIntakeTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_an_account_is_told_is_stored_raw_once_and_read_as_a_post(Provider provider)
    {
        await using var world = await ChannelWorld.StartAsync(provider);
        await world.ConnectedAsync();

        world.Pds.Network.Tell(world.Ours, world.Citizen, "mention", "Hei @fjordvik.example\u0007, når kommer vannet?", DateTimeOffset.UtcNow);
        await Eventually.ShouldHoldAsync(async () => (await world.RowsAsync<RawEvent>()).ShouldHaveSingleItem());
        await world.LookedAgainAsync();

        var raw = (await world.RowsAsync<RawEvent>()).ShouldHaveSingleItem();
        (raw.Kind, raw.IsReadable).ShouldBe((AccountEventKind.Mention, true));
        var found = (await FindAsync(world, raw)).ShouldHaveSingleItem();
        found.Post!.Text.ShouldBe("Hei @fjordvik.example, når kommer vannet?");
        found.Post.Author.ShouldBe(new NetworkAuthor(world.Citizen.Did, "kari.example", "Kari Nordmann"));
        (await world.RowsAsync<FactRow>()).Count(f => f.Type.StartsWith("account-event-received", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task After_an_outage_every_page_is_fetched_back_to_the_last_seen()
    {
        await using var world = await ChannelWorld.StartAsync();
        await world.ConnectedAsync();
        await BegunAsync(world);
        world.Pds.Fail("listNotifications", Troubles.HangsUp);
        await world.HealthBecomesAsync(ChannelState.Unreachable);

        world.Pds.Network.MostPerPage = 20;
        var start = DateTimeOffset.UtcNow;
        for (var i = 0; i < 130; i++)
            world.Pds.Network.Tell(world.Ours, world.Citizen, "reply", $"Svar {i}", start.AddMilliseconds(i));
        world.Pds.Mend();
        world.Pds.Fail("listNotifications", Troubles.ServerError, times: 1);

        await Eventually.ShouldHoldAsync(async () => (await world.RowsAsync<RawEvent>()).Count.ShouldBe(130), seconds: 150);
        await world.HealthBecomesAsync(ChannelState.Connected);
    }

    [Fact]
    public async Task A_new_account_brings_fifty_events_of_history_and_never_the_rest()
    {
        await using var world = await ChannelWorld.StartAsync();
        var start = DateTimeOffset.UtcNow.AddDays(-2);
        for (var i = 0; i < 70; i++)
            world.Pds.Network.Tell(world.Ours, world.Citizen, "mention", $"Gammelt {i}", start.AddMinutes(i));

        await world.ConnectedAsync();

        // What is told before the first look is history too, and would be one of the fifty.
        await BegunAsync(world);
        world.Pds.Network.Tell(world.Ours, world.Citizen, "mention", "Nytt", DateTimeOffset.UtcNow);

        await Eventually.ShouldHoldAsync(async () => (await world.RowsAsync<RawEvent>()).ShouldContain(e => e.Raw.Contains("Nytt", StringComparison.Ordinal)));
        await world.LookedAgainAsync();
        var rows = await world.RowsAsync<RawEvent>();
        rows.Count.ShouldBe(51);
        rows.ShouldNotContain(e => e.Raw.Contains("\"Gammelt 10\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Kinds_unknown_and_events_unreadable_are_kept_and_counted()
    {
        await using var world = await ChannelWorld.StartAsync();
        var channel = await world.ConnectedAsync();

        world.Pds.Network.Tell(world.Ours, world.Citizen, "telepathy-via-x", "?", DateTimeOffset.UtcNow);
        world.Pds.Network.Tell(world.Ours, world.Citizen, "mention", "x", DateTimeOffset.UtcNow, new JsonObject { ["uri"] = "at://nonsense", ["indexedAt"] = "yesterday" });
        world.Pds.Network.Tell(world.Ours, world.Citizen, "mention", "Den etter", DateTimeOffset.UtcNow);

        await Eventually.ShouldHoldAsync(async () => (await world.RowsAsync<RawEvent>()).Count.ShouldBe(3));
        var rows = await world.RowsAsync<RawEvent>();
        rows.Count(e => e.Kind == AccountEventKind.Other).ShouldBe(2);
        var unreadable = rows.Single(e => !e.IsReadable);
        (await FindAsync(world, unreadable)).ShouldHaveSingleItem().Post.ShouldBeNull();
        (await world.Owner.OpenAsync($"{world.Path}/channels/{channel.Id}")).Text.ShouldContain("One event from the network could not be read. It is kept.");
    }

    [Fact]
    public async Task An_erased_post_loses_its_raw_event_and_does_not_come_back()
    {
        await using var world = await ChannelWorld.StartAsync();
        await world.ConnectedAsync();
        var uri = world.Pds.Network.Tell(world.Ours, world.Citizen, "mention", "Hemmelig", DateTimeOffset.UtcNow);
        await Eventually.ShouldHoldAsync(async () => (await world.RowsAsync<RawEvent>()).ShouldHaveSingleItem());

        await world.App.InAsync(world.Organisation, async services =>
        {
            await services.GetRequiredService<AccountEvents>().EraseAsync([uri], default);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });
        await world.LookedAgainAsync();

        var raw = (await world.RowsAsync<RawEvent>()).ShouldHaveSingleItem();
        raw.Raw.ShouldBe("");
        (await FindAsync(world, raw)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("html")]
    [InlineData("broken json")]
    [InlineData("other json")]
    [InlineData("500")]
    [InlineData("slow")]
    public async Task A_server_that_fails_makes_the_channel_unreachable_until_it_answers_again(string trouble)
    {
        await using var world = await ChannelWorld.StartAsync();
        await world.ConnectedAsync();
        world.Pds.Fail("listNotifications", Find(trouble));

        await world.HealthBecomesAsync(ChannelState.Unreachable);
        var page = await world.Owner.OpenAsync($"{world.Path}/channels");
        page.Text.ShouldContain("No contact");
        page.Text.ShouldContain("127.0.0.1 does not answer, or answers with an error.");
    }

    [Fact]
    public async Task A_rate_limit_names_its_end_and_is_respected()
    {
        var clock = new MovedClock();
        await using var world = await ChannelWorld.StartAsync(clock: clock);
        await world.ConnectedAsync();
        world.Pds.Fail("listNotifications", Troubles.RateLimited(3_600), times: 1);

        var card = await world.HealthBecomesAsync(ChannelState.RateLimited);
        card.Health.Until.ShouldNotBeNull();
        var asked = world.Pds.CallsOf("listNotifications");

        // Nothing to wait for: some rounds of a poll that would come every tenth of a second.
        await Task.Delay(600, TestContext.Current.CancellationToken);
        world.Pds.CallsOf("listNotifications").ShouldBe(asked);

        clock.Move(Duration.FromHours(2));
        await world.HealthBecomesAsync(ChannelState.Connected);
    }

    /// <summary>The first look is over: what comes from now on is news.</summary>
    private static Task BegunAsync(ChannelWorld world) => Eventually.ShouldHoldAsync(
        async () => (await world.RowsAsync<IntakeMark>()).ShouldHaveSingleItem().SeenTo.ShouldNotBeNull());

    private static Task<IReadOnlyList<AccountEvent>> FindAsync(ChannelWorld world, RawEvent raw) => world.App.InAsync(
        world.Organisation, services => services.GetRequiredService<AccountEvents>().FindAsync([raw.Id], default));

    private static Trouble Find(string name) => name switch
    {
        "html" => Troubles.Html,
        "broken json" => Troubles.BrokenJson,
        "other json" => Troubles.OtherJson,
        "500" => Troubles.ServerError,
        _ => Troubles.Slow(TimeSpan.FromSeconds(4)),
    };
}
