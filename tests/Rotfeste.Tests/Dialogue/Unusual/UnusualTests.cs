using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Unusual;
using Rotfeste.People.Notices;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Unusual;

public sealed class UnusualTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task In_an_unusual_situation_all_say_the_same_and_the_rest_waits_until_it_is_over(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var address = $"{world.Path}/unusual";
        var page = await kari.OpenAsync(address);
        (await kari.SendAsync(page, address, ("title", ""), ("lead", $"{world.Person(DialogueWorld.Kari)}"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var begun = await kari.SendAsync(
            page, address, ("title", "Vannet i Storgata"), ("lead", $"{world.Person(DialogueWorld.Kari)}"), ("agreed", "Vannet er tilbake i kveld."), ("holds", "yes"));
        begun.Text.ShouldContain("Kari Lunde leder nå.");
        (await world.ReadAsync(db => db.Set<WrittenNotice>().CountAsync(n => n.Kind == "unusual-began"))).ShouldBeGreaterThan(0);
        (await SayAsync(world)).Stand.ShouldBe(PublishingStand.Waits);

        var one = await world.AskedAsync("Når kommer vannet?", author: "en");
        var two = await world.AskedAsync("Hva skjer med vannet i Storgata?", author: "to");
        var other = await world.AskedAsync("Er biblioteket åpent?", author: "tre");
        (await kari.OpenAsync($"{world.Path}/inbox")).Document.QuerySelector(".rf-unusual")!.TextContent.ShouldContain("Vannet i Storgata");
        var open = await kari.OpenAsync($"{world.Path}/inbox/{other}");
        (await kari.SendAsync(open, $"{world.Path}/conversations/{other}/insertions", ("text", ""), ("ready", "agreed")))
            .Document.QuerySelector("#f-text")!.TextContent.ShouldBe("Vannet er tilbake i kveld.");

        // One goes on meanwhile: it is left for a person.
        var gathered = await kari.OpenAsync(address);
        gathered.Document.QuerySelectorAll("[name=conversation]").Select(c => c.GetAttribute("value")).ShouldBe([$"{one}", $"{two}"], ignoreOrder: true);
        var answered = await kari.SendAsync(gathered, $"{address}/answers", ("conversation", $"{one}"), ("conversation", $"{two}"), ($"seen-{two}", "0"));
        answered.Text.ShouldContain("1 svar går ut om et øyeblikk.");
        answered.Text.ShouldContain("1 ble stående til deg");
        (await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync())).Conversation.ShouldBe(one);

        var situation = await world.ReadAsync(db => db.Set<UnusualSituation>().SingleAsync());
        var over = await kari.SendAsync(answered, $"{address}/{situation.Id}/ending", ("lookBack", "Vi skal ringe vakten før."));
        over.Text.ShouldContain("Vi skal ringe vakten før.");
        (await SayAsync(world)).Stand.ShouldNotBe(PublishingStand.Waits);
        (await kari.OpenAsync($"{world.Path}/inbox")).Document.QuerySelector(".rf-unusual").ShouldBeNull();
    }

    private static Task<PublishingSay> SayAsync(DialogueWorld world) => world.App.InAsync(
        world.Organisation, services => services.GetRequiredService<IMayPublish>().AskAsync(world.Channel, CancellationToken.None));
}
