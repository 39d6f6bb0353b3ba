using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Drafts;
using Rotfeste.Platform.Ledger;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Archives;

public sealed class AuthorShareTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Whoever_wrote_to_us_gets_a_copy_of_the_conversation_and_is_erased_from_it_once_the_archive_has_what_it_should(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var jonas = await world.SignInAsync(DialogueWorld.Jonas);
        var id = await world.AskedAsync("Når kommer gjerdet langs elva?", name: "Ingrid Solli");
        var other = await world.AskedAsync("Hvor lenge er biblioteket åpent?", "geir", name: "Geir Moen");
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{id}"), $"{world.Path}/conversations/{id}/answers", ("text", "Hei, Ingrid! Gjerdet kommer i mai."));
        var answer = await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync());
        await world.App.InAsync(world.Organisation, async services =>
        {
            var db = services.GetRequiredService<Rotfeste.Platform.Data.AppDb>();
            await db.Set<Rotfeste.Channels.Orders.Item>().ExecuteUpdateAsync(s => s.SetProperty(i => i.State, ItemState.Sent));
        });
        await world.TellAsync(new ItemSent(world.Organisation, answer.Order, world.Channel, answer.By, SystemClock.Instance.GetCurrentInstant()));
        await Eventually.ShouldHoldAsync(async () => (await world.ConversationAsync(id)).State.ShouldBe(ConversationState.WaitingForThem));
        await jonas.PostAsync($"{world.Path}/conversations/{id}/draft", (await jonas.OpenAsync($"{world.Path}/inbox/{id}")).Token, ("text", "Ingrid spør om gjerdet"));
        (await world.ReadAsync(db => db.Set<Draft>().CountAsync())).ShouldBe(1);
        await Programs.Program.RepliedAsync(world, id);
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{id}/archive"), $"{world.Path}/conversations/{id}/archive");

        var page = await kari.OpenAsync($"{world.Path}/searches/requests");
        (string, string)[] asked = [("author", "ingrid.example"), ("case", "24/117")];
        var copy = JsonDocument.Parse((await kari.SendAsync(page, $"{world.Path}/searches/requests/exports", asked)).Html).RootElement;
        copy.GetProperty("posts")[0].GetProperty("Text").GetString().ShouldBe("Når kommer gjerdet langs elva?");
        var conversation = copy.GetProperty("conversations").EnumerateArray().ShouldHaveSingleItem();
        conversation.GetProperty("Answers")[0].GetProperty("Text").GetString()!.ShouldContain("Gjerdet kommer i mai");

        var held = await kari.SendAsync(page, $"{world.Path}/searches/requests/erasures", asked);
        held.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        held.Text.ShouldContain("1 av samtalene er flagget for arkivet");
        (await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync())).Text.ShouldContain("Ingrid", customMessage: "nothing was erased");

        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{id}/archive"), $"{world.Path}/conversations/{id}/archive/removal", ("reason", "Bare et spørsmål."));
        (await kari.SendAsync(page, $"{world.Path}/searches/requests/erasures", asked)).Text.ShouldContain("1 samtale");
        await Eventually.ShouldHoldAsync(async () => (await world.ConversationAsync(id)).State.ShouldBe(ConversationState.Gone));
        var left = await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync());
        left.Text.ShouldBe("Hei, […]! Gjerdet kommer i mai.");
        (await world.ReadAsync(db => db.Set<Draft>().CountAsync())).ShouldBe(0);
        (await world.ReadAsync(db => db.Set<Rotfeste.Dialogue.Programs.RepeatedReply>().CountAsync())).ShouldBe(0);
        (await world.ReadAsync(db => db.Set<Rotfeste.Channels.Orders.Item>().SingleAsync())).Text.ShouldBeEmpty();
        (await kari.OpenAsync($"{world.Path}/inbox?view=all&q=Ingrid")).Document.QuerySelector($"a[href*='{id}']").ShouldBeNull("it is not found by the name");
        (await kari.OpenAsync($"{world.Path}/inbox/{other}")).Text.ShouldContain("biblioteket");
        await world.App.InAsync(world.Organisation, async services =>
        {
            var lines = await services.GetRequiredService<LedgerLines>().FindAsync(world.Organisation, "author-", "", CancellationToken.None);
            lines.Select(l => l.Kind).ShouldBe(["author-export", "author-erasure"]);
            lines.ShouldAllBe(l => l.Data.Contains("\"conversations\":1") && !l.Data.Contains("ingrid"));
        });
    }
}
