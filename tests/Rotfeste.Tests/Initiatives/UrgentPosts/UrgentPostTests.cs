using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels;
using Rotfeste.Channels.Contracts;
using Rotfeste.Initiatives.UrgentPosts;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Initiatives.UrgentPosts;

/// <summary>What could not wait is explained when it is over, by whoever sent it or by the accountable leader.</summary>
public sealed class UrgentPostTests
{
    private const string Why = "Hovedvannledningen røk søndag morgen. Folk trengte å vite det før alt var på plass.";

    private const string Better = "Hovedvannledningen i Storgata røk søndag morgen, og folk måtte få vite det.";

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task An_urgent_post_is_explained_once_and_its_words_are_mended_and_erased_while_the_ledger_keeps_that_they_were(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        using var nora = await world.NeighbourAsync();
        var channel = await world.App.InAsync(world.Organisation, services => ChannelsRoom.PlantExampleAsync(
            services, world.Person(InitiativeWorld.Kari), world.Clock.GetCurrentInstant(), CancellationToken.None));
        var initiative = await world.BeginAsync(kari);
        await kari.SendAsync(await kari.OpenAsync(initiative), $"{initiative}/channels", ("channel", channel.ToString()));

        var item = await PublishAsync(world, channel);
        var address = $"/fjordvik/urgent-posts/{item}";
        await Eventually.ShouldHoldAsync(async () => (await tor.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.OK));

        (await tor.OpenAsync("/fjordvik/notices")).Text.ShouldContain("Fortell hva det gjaldt når det er over.");
        (await kari.OpenAsync("/fjordvik/notices")).Text.ShouldContain("Fortell hva det gjaldt når det er over.");
        (await tor.OpenAsync("/fjordvik/table")).Document.QuerySelector($"a[href='{address}']").ShouldNotBeNull();
        (await jonas.OpenAsync(address)).Document.QuerySelector("textarea").ShouldBeNull();
        (await nora.OpenAsync(address.Replace("/fjordvik", "/storelva-kommune", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        var (his, hers) = (await tor.OpenAsync(address), await kari.OpenAsync(address));
        (await tor.SendAsync(his, $"{address}/explanation", ("explanation", " "))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        await tor.SendAsync(his, $"{address}/explanation", ("explanation", Why));
        var second = await kari.SendAsync(hers, $"{address}/explanation", ("explanation", "Noe annet."));

        second.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        second.Text.ShouldContain("Noe annet.");
        (await jonas.OpenAsync(initiative)).Text.ShouldContain(Why);
        (await tor.OpenAsync("/fjordvik/table")).Document.QuerySelector($"a[href='{address}']").ShouldBeNull();
        var entries = await EntriesAsync(world, "urgent-post-explained");
        entries.ShouldHaveSingleItem().ShouldNotContain("Hovedvannledningen");
        entries[0].ShouldContain(await HashAsync(world));
        await MendAndEraseAsync(world, initiative, address, tor, kari, jonas);
        (await jonas.OpenAsync(initiative)).Text.ShouldNotContain("Hovedvannledningen");
    }

    // Tor told it. Kari, who sent it, neither mends nor erases his words; what he erases can be told anew, by her.
    private static async Task MendAndEraseAsync(InitiativeWorld world, string initiative, string address, Visitor tor, Visitor kari, Visitor jonas)
    {
        (await kari.OpenAsync(initiative)).Document.QuerySelector($"a[href='{address}']").ShouldBeNull();
        await tor.SendAsync(await tor.OpenAsync((await tor.OpenAsync(initiative)).Document.QuerySelector($"a[href='{address}']")!.GetAttribute("href")!), $"{address}/explanation", ("explanation", Better));
        (await jonas.OpenAsync(address)).Text.ShouldContain("i Storgata");
        (await jonas.OpenAsync(address)).Text.ShouldContain("rettet");
        var corrected = await HashAsync(world);
        (await EntriesAsync(world, "urgent-post-corrected")).ShouldHaveSingleItem().ShouldContain(corrected);

        var hers = await kari.OpenAsync(address);
        hers.Document.QuerySelector("textarea").ShouldBeNull();
        (await kari.PostAsync($"{address}/erasure", hers.Token)).Status.ShouldBe(HttpStatusCode.Forbidden);
        await tor.SendAsync(await tor.OpenAsync(address), $"{address}/erasure");

        var erased = await jonas.OpenAsync(address);
        erased.Text.ShouldContain("Ordene er slettet. At det ble forklart, står.");
        erased.Text.ShouldNotContain("Storgata");
        (await EntriesAsync(world, "urgent-post-erased")).ShouldHaveSingleItem().ShouldContain(corrected);
        (await world.App.InAsync(world.Organisation, s => s.GetRequiredService<AppDb>().Set<UrgentPost>().AsNoTracking().SingleAsync())).Salt.ShouldBe("");
        await kari.SendAsync(await kari.OpenAsync(address), $"{address}/explanation", ("explanation", "Et rør røk, og folk måtte koke vannet."));
        (await jonas.OpenAsync(address)).Text.ShouldContain("folk måtte koke vannet");
        await kari.SendAsync(await kari.OpenAsync(address), $"{address}/erasure");
    }

    // Far enough ahead that nothing tries to reach a network meanwhile.
    private static Task<ItemId> PublishAsync(InitiativeWorld world, ChannelId channel) => world.App.InAsync(world.Organisation, async services =>
    {
        var order = new PublishItem(
            ItemId.New(), channel, "Vannet er borte i Storgata.", ["nb"], world.Clock.GetCurrentInstant() + Duration.FromDays(100),
            world.Person(InitiativeWorld.Kari), IsUrgent: true);
        await services.GetRequiredService<Items>().PublishAsync(order, CancellationToken.None);
        await services.GetRequiredService<AppDb>().SaveChangesAsync();
        return order.Id;
    });

    private static Task<List<string>> EntriesAsync(InitiativeWorld world, string kind) => world.App.InAsync(
        world.Organisation, services => services.GetRequiredService<AppDb>().Database
            .SqlQuery<string>($"""SELECT "Data" AS "Value" FROM platform_ledger WHERE "Kind" = {kind}""").ToListAsync());

    private static Task<string> HashAsync(InitiativeWorld world) => world.App.InAsync(world.Organisation, async services =>
    {
        var post = await services.GetRequiredService<AppDb>().Set<UrgentPost>().AsNoTracking().SingleAsync();
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{post.Salt}\n{post.Explanation}")));
    });
}
