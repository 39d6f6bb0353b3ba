using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Initiatives.Carriers;

/// <summary>The order to publish what answers nobody, in an open and in a firm organisation.</summary>
public sealed class PublishingTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_firm_organisations_new_channel_publishes_after_the_start_and_not_before(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        var channel = await ConnectedAsync(world);
        await ChooseAsync(kari, firm: true);
        var address = await world.PublishedAsync(kari);
        await kari.SendAsync(await kari.OpenAsync(address), $"{address}/channels", ("channel", channel.ToString()));

        var before = await PublishAsync(world, channel);
        before.Stand.ShouldBe(PublishingStand.Waits);
        before.Address.ShouldBe(address["/fjordvik/".Length..]);
        (await kari.OpenAsync($"/fjordvik/channels/{channel}")).Text.ShouldContain("kan svare, men ikke publisere ennå");

        await world.AnswerAsync(tor, address, "Agree");
        await world.AnswerAsync(jonas, address, "Agree");
        await kari.SendAsync(await kari.OpenAsync(address), $"{address}/passing");

        (await PublishAsync(world, channel)).Stand.ShouldBe(PublishingStand.Free);
        (await kari.OpenAsync($"/fjordvik/channels/{channel}")).Text.ShouldContain("Kan publisere");
    }

    [Fact]
    public async Task In_an_open_organisation_the_writer_is_told_goes_on_and_it_is_recorded()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        var channel = await ConnectedAsync(world);

        var said = await PublishAsync(world, channel);

        (said.Stand, said.Title, said.Missing).ShouldBe((PublishingStand.Told, null, 1));
        (await EntriesAsync(world)).ShouldBe(1);
    }

    [Fact]
    public async Task An_urgent_notice_goes_out_at_once_in_a_firm_organisation_too()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        var channel = await ConnectedAsync(world);
        await ChooseAsync(kari, firm: true);

        (await PublishAsync(world, channel)).Stand.ShouldBe(PublishingStand.Waits);
        (await PublishAsync(world, channel, isUrgent: true)).Stand.ShouldBe(PublishingStand.Told);
    }

    [Fact]
    public async Task Answering_people_is_never_asked_about()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        var channel = await ConnectedAsync(world);
        await ChooseAsync(kari, firm: true);
        var (item, root) = (ItemId.New(), new PostReference("at://did:web:ingrid.example/app.bsky.feed.post/3kabc", "bafyexample"));

        await world.App.InAsync(world.Organisation, async services =>
        {
            await services.GetRequiredService<Items>().SendAsync(
                new SendItem(item, channel, "Ja, i morgen.", ["nb"], root, root, world.Clock.GetCurrentInstant() + Duration.FromHours(1), world.Person(InitiativeWorld.Kari)),
                CancellationToken.None);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });

        (await StateAsync(world, item)).ShouldBe(ItemState.Queued);
    }

    [Fact]
    public async Task An_account_that_is_taken_over_goes_on_until_the_day_of_the_talk()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        var channel = await ConnectedAsync(world);
        await ChooseAsync(kari, firm: true);
        var address = await world.BeginAsync(kari, "Ta over kontoen", "TakeOver");
        await kari.SendAsync(await kari.OpenAsync(address), $"{address}/channels", ("channel", channel.ToString()));

        (await PublishAsync(world, channel)).Stand.ShouldBe(PublishingStand.Free);
        world.Clock.Move(Duration.FromDays(40));
        (await PublishAsync(world, channel)).Stand.ShouldBe(PublishingStand.Waits);
    }

    private static Task<ChannelId> ConnectedAsync(InitiativeWorld world) => world.App.InAsync(
        world.Organisation, services => ChannelsRoom.PlantExampleAsync(
            services, world.Person(InitiativeWorld.Kari), world.Clock.GetCurrentInstant(), CancellationToken.None));

    private static async Task ChooseAsync(Visitor kari, bool firm) => await kari.SendAsync(
        await kari.OpenAsync("/fjordvik/initiatives/choices"), "/fjordvik/initiatives/choices", ("firm", firm ? "yes" : "no"), ("responsible", ""));

    // Far enough ahead that nothing tries to reach a network meanwhile.
    private static Task<PublishingSay> PublishAsync(InitiativeWorld world, ChannelId channel, bool isUrgent = false) => world.App.InAsync(
        world.Organisation, async services =>
        {
            var order = new PublishItem(
                ItemId.New(), channel, "Vannet er borte i Storgata.", ["nb"], world.Clock.GetCurrentInstant() + Duration.FromDays(100),
                world.Person(InitiativeWorld.Kari), isUrgent);
            var said = await services.GetRequiredService<Items>().PublishAsync(order, CancellationToken.None);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
            (await services.GetRequiredService<Items>().FindAsync([order.Id], CancellationToken.None)).ContainsKey(order.Id)
                .ShouldBe(said.Stand != PublishingStand.Waits);
            return said;
        });

    private static Task<int> EntriesAsync(InitiativeWorld world) => world.App.InAsync(
        world.Organisation, services => services.GetRequiredService<AppDb>().Database
            .SqlQuery<int>($"""SELECT COUNT(*) AS "Value" FROM platform_ledger WHERE "Kind" = 'published-before-ready'""").SingleAsync());

    private static Task<ItemState> StateAsync(InitiativeWorld world, ItemId item) => world.App.InAsync(
        world.Organisation, async services =>
            (await services.GetRequiredService<Items>().FindAsync([item], CancellationToken.None))[item].State);
}
