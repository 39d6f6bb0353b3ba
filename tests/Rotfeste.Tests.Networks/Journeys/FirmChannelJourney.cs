using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Initiatives;

namespace Rotfeste.Tests.Networks.Journeys;

/// <summary>A firm organisation's new channel on a real network. Counted is what the network holds, not what our database believes.</summary>
[Collection<ReferenceNetworkCollection>]
public sealed class FirmChannelJourney(ReferenceNetwork network)
{
    private const string News = "Nå svarer vi her på hverdager.";

    private TestAccount _us = null!;
    private TestAccount _stranger = null!;

    [NetworkFact]
    public async Task It_answers_throughout_and_publishes_after_the_start_and_not_before()
    {
        _us = await network.CreateAccount(ReferenceNetwork.NewHandle("fjordvik"), "Fjordvik kommune");
        _stranger = await network.CreateAccount(ReferenceNetwork.NewHandle("ola"), "Ola Nordmann");
        await using var world = await InitiativeWorld.MakeAsync(adjust: Faults.LongOutage.OnARealNetwork);
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        var channel = await ConnectAsync(kari);
        await kari.SendAsync(
            await kari.OpenAsync("/fjordvik/initiatives/choices"), "/fjordvik/initiatives/choices", ("firm", "yes"), ("responsible", ""));
        var address = await world.PublishedAsync(kari);
        await kari.SendAsync(await kari.OpenAsync(address), $"{address}/channels", ("channel", channel.ToString()));

        (await PublishAsync(world, channel)).ShouldBe(PublishingStand.Waits);
        await AnswerGoesOutAsync(kari, "når brøytes veien?");
        (await PostsOfOurOwnAsync()).ShouldBeEmpty();

        await StartAsync(world, kari, address);
        (await PublishAsync(world, channel)).ShouldBe(PublishingStand.Free);
        await Eventually.ShouldHoldAsync(async () => (await PostsOfOurOwnAsync()).ShouldBe([News]));
        await AnswerGoesOutAsync(kari, "går bussen på lørdag?");
        (await PostsOfOurOwnAsync()).ShouldBe([News]);
    }

    private async Task<ChannelId> ConnectAsync(Visitor kari)
    {
        var password = await network.CreateAppPassword(_us.Handle, "rotfeste");
        var seen = await kari.SendAsync(
            await kari.OpenAsync("/fjordvik/channels/new"), "/fjordvik/channels",
            ("server", network.At.Pds), ("handle", _us.Handle), ("password", password));
        seen.Status.ShouldBe(HttpStatusCode.OK, seen.Text);
        var link = seen.Document.QuerySelector("a[href^='/fjordvik/channels/0']").ShouldNotBeNull(seen.Text);
        return ChannelId.From(Guid.Parse(link.GetAttribute("href")!.Split('/')[3]));
    }

    private static async Task StartAsync(InitiativeWorld world, Visitor kari, string address)
    {
        foreach (var mail in (string[])[InitiativeWorld.Tor, InitiativeWorld.Jonas])
        {
            using var visitor = await world.SignInAsync(mail);
            await world.AnswerAsync(visitor, address, "Agree");
        }

        await kari.SendAsync(await kari.OpenAsync(address), $"{address}/passing");
    }

    // No screen orders a post of our own yet: whoever will, orders it so.
    private static Task<PublishingStand> PublishAsync(InitiativeWorld world, ChannelId channel) => world.App.InAsync(
        world.Organisation, async services =>
        {
            var order = new PublishItem(ItemId.New(), channel, News, ["nb"], world.Clock.GetCurrentInstant(), world.Person(InitiativeWorld.Kari));
            var said = await services.GetRequiredService<Items>().PublishAsync(order, TestContext.Current.CancellationToken);
            await services.GetRequiredService<AppDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
            return said.Stand;
        });

    /// <summary>Somebody asks us; the answer is written in the inbox, and the network holds it once.</summary>
    private async Task AnswerGoesOutAsync(Visitor kari, string question)
    {
        var post = await network.Post(new NewPost(_stranger.Handle, $"@{_us.Handle} {question}") { Mentions = [_us.Handle] });
        var conversation = "";
        await Eventually.ShouldHoldAsync(async () => conversation = Row(await kari.OpenAsync("/fjordvik/inbox?view=all"), question));
        var seen = await kari.SendAsync(
            await kari.OpenAsync($"/fjordvik/inbox/{conversation}"), $"/fjordvik/conversations/{conversation}/answers",
            ("text", $"Svar på «{question}»"), ("signature", "name"));
        seen.Status.ShouldBe(HttpStatusCode.OK, seen.Text);
        await Eventually.ShouldHoldAsync(async () => (await network.Replies(post.Uri)).ShouldHaveSingleItem().By.ShouldBe(_us.Handle));
    }

    private static string Row(Seen inbox, string words) => inbox.Document.QuerySelectorAll("[data-row]")
        .FirstOrDefault(row => row.TextContent.Contains(words, StringComparison.Ordinal)).ShouldNotBeNull(inbox.Text).GetAttribute("data-row")!;

    private async Task<IReadOnlyList<string?>> PostsOfOurOwnAsync() =>
    [
        .. (await network.Records(_us.Handle)).Where(record => !record.Value.TryGetProperty("reply", out _))
            .Select(record => record.Value.GetProperty("text").GetString()),
    ];
}
