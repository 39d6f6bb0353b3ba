using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue;
using Rotfeste.Dialogue.Traces;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.Initiatives;

namespace Rotfeste.Tests.Dialogue.Traces;

/// <summary>An initiative's page tells what its accounts led to, as long as there is enough to tell.</summary>
public sealed class ConversationTracesTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task An_initiative_tells_of_its_own_conversations_and_who_answered_last(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        var channel = await PlantAsync(world);
        var initiative = await world.BeginAsync(kari);
        (await kari.OpenAsync(initiative)).Document.QuerySelector("[aria-labelledby=traces]").ShouldBeNull();
        await kari.SendAsync(await kari.OpenAsync(initiative), $"{initiative}/channels", ("channel", channel.ToString()));

        var section = (await kari.OpenAsync(initiative)).Document.QuerySelector("[aria-labelledby=traces]")!;

        var says = section.QuerySelector("p")!.TextContent;
        says.ShouldContain("54 samtaler de siste 30 dagene, og 37 av dem har fått svar. 15 venter på oss. 2 trengte ikke svar. 16 er løst. 2 ble flyttet til et trygt sted.");
        (await kari.OpenAsync(section.QuerySelector("p a")!.GetAttribute("href")!)).Text.ShouldContain("Torgeir Lien");
        var latest = section.QuerySelectorAll("blockquote").ToList();
        latest.Count.ShouldBe(3);
        latest[0].QuerySelector("cite")!.TextContent.ShouldContain("Jonas Eide");
        var conversation = await kari.OpenAsync(latest[0].QuerySelector("a")!.GetAttribute("href")!);
        conversation.Text.ShouldContain("Torgeir Lien");
        conversation.Document.QuerySelector($".rf-conv-head a[href='{initiative}']")!.TextContent.ShouldBe("Svar der folk spør");

        // Given to one unit, it is nobody else's to read, also not by way of the initiative.
        var settings = await kari.OpenAsync($"/fjordvik/channels/{channel}");
        await kari.SendAsync(settings, $"/fjordvik/channels/{channel}/units", ("unit", UnitNamed(settings, "Helse")));
        using var amina = await world.SignInAsync(InitiativeWorld.Amina);
        (await amina.OpenAsync(initiative)).Document.QuerySelector("[aria-labelledby=traces]").ShouldBeNull();
        world.Clock.Move(Duration.FromDays(60));
        (await kari.OpenAsync(initiative)).Text.ShouldContain("Ingen har skrevet de siste 30 dagene.");
    }

    [Fact]
    public void What_waits_and_what_needed_no_answer_is_not_counted_as_answered() =>
        new Tally(12, 3, 2, 4, 1).Answered.ShouldBe(7);

    private static string UnitNamed(Seen page, string name) => page.Document.QuerySelectorAll("input[name=unit]")
        .Single(i => page.Document.QuerySelector($"label[for='{i.Id}']")!.TextContent.Contains(name, StringComparison.Ordinal)).GetAttribute("value")!;

    private static Task<ChannelId> PlantAsync(InitiativeWorld world) => world.App.InAsync(world.Organisation, async services =>
    {
        var now = world.Clock.GetCurrentInstant();
        var channel = await ChannelsRoom.PlantExampleAsync(services, world.Person(InitiativeWorld.Kari), now, CancellationToken.None);
        await services.GetRequiredService<AppDb>().SaveChangesAsync();
        await DialogueRoom.PlantExampleAsync(services, channel, world.Everyone, now, CancellationToken.None);
        return channel;
    });
}
