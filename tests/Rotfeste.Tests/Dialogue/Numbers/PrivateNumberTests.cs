using System.Net;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Drafts;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.Matching.Numbers;

namespace Rotfeste.Tests.Dialogue.Numbers;

public sealed class PrivateNumberTests
{
    private static readonly string Number = MadeNumbers.Norwegian(new Random(7));

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_number_is_caught_on_the_way_in_and_on_the_way_out(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var id = await world.AskedAsync($"Hvor blir det av saken min? Fødselsnummer {Number}, ring 91 23 45 67", name: "Ingrid Solli");
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        await IsHiddenAsync(world, kari, $"{id}");

        var settings = await kari.OpenAsync($"{world.Path}/numbers");
        (await kari.SendAsync(settings, $"{world.Path}/numbers", ("place", "fjordvik.example/trygt"), ("own", "hei"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await kari.SendAsync(settings, $"{world.Path}/numbers", ("place", "fjordvik.example/trygt"), ("own", "33 44 55 66\n@fjordvik.example"));

        var shown = await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{id}"), $"{world.Path}/conversations/{id}/numbers/sight");
        shown.Text.ShouldContain(Number);
        (await LedgerAsync(world, "private-numbers-shown")).ShouldHaveSingleItem().ShouldNotContain(Number);
        (await (await world.SignInAsync(DialogueWorld.Jonas)).OpenAsync($"{world.Path}/inbox/{id}")).Html.ShouldNotContain(Number);

        var written = await kari.SendAsync(shown, $"{world.Path}/conversations/{id}/insertions", ("text", "Hei, Ingrid."), ("ready", "safe"));
        written.Document.QuerySelector("#f-text")!.TextContent.ShouldStartWith("Hei, Ingrid.");
        written.Document.QuerySelector("#f-text")!.TextContent.ShouldContain("fjordvik.example/trygt");
        (await world.ReadAsync(db => db.Set<Draft>().SingleAsync())).Text.ShouldNotContain(Number);

        await RefusesAsync(world, kari, written, $"{id}");
    }

    [Fact]
    public async Task What_is_no_private_number_after_all_is_shown_and_may_be_sent_in_that_conversation_alone()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync($"Se {Number} i journalen", author: "en");
        var other = await world.AskedAsync($"En helt annen ting om {Number}", author: "to");
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var action = $"{world.Path}/conversations/{id}/numbers/false-alarms";
        var open = await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{id}"), $"{world.Path}/conversations/{id}/numbers/sight");
        var start = open.Document.QuerySelector($"form[action='{action}'] [name=start]")!.GetAttribute("value")!;
        (await kari.SendAsync(open, action, ("start", start))).Document.QuerySelector(".rf-private").ShouldBeNull();

        var inbox = await kari.OpenAsync($"{world.Path}/inbox");
        inbox.Document.QuerySelector($"[data-row='{id}'] .voice")!.TextContent.ShouldContain(Number);
        inbox.Document.QuerySelector($"[data-row='{other}'] .voice")!.TextContent.ShouldNotContain(Number);
        (await LedgerAsync(world, "false-alarm-marked")).ShouldHaveSingleItem().ShouldNotContain(Number);
        (await world.ReadAsync(db => db.Set<FalseAlarm>().SingleAsync())).Code.ShouldNotContain(Number);

        // It is known again on the way out, and nowhere else.
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{id}"), $"{world.Path}/conversations/{id}/answers", ("text", $"Det er journal {Number}."));
        (await world.ReadAsync(db => db.Set<WrittenAnswer>().CountAsync())).ShouldBe(1);
        var refused = await kari.SendAsync(
            await kari.OpenAsync($"{world.Path}/inbox/{other}"), $"{world.Path}/conversations/{other}/answers", ("text", $"Det er journal {Number}."));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public void The_organisations_own_are_known_with_a_country_code_or_without()
    {
        var own = new OwnNumbers("33 44 55 66\n+47 900 11 222\npost@fjordvik.example\n@storelva.example\n1503 45 67890");
        Known("Ring +47 33 44 55 66").ShouldBeTrue();
        Known("Ring 900 11 222").ShouldBeTrue();
        Known("Ring 900 11 223").ShouldBeFalse();
        Known("Skriv til post@fjordvik.example").ShouldBeTrue();
        Known("Skriv til noen@fjordvik.example").ShouldBeFalse();
        Known("Skriv til hvem.som.helst@storelva.example").ShouldBeTrue();

        bool Known(string text) => own.Knows(text, Rotfeste.Matching.Numbers.PrivateText.Find(text).ShouldHaveSingleItem());
    }

    private static async Task IsHiddenAsync(DialogueWorld world, Visitor kari, string id)
    {
        var inbox = await kari.OpenAsync($"{world.Path}/inbox");
        inbox.Html.ShouldNotContain(Number);
        inbox.Html.ShouldNotContain("91 23 45 67");
        inbox.Document.QuerySelector($"[data-row='{id}']")!.TextContent.ShouldContain("Personnummer skjult");
        (await kari.OpenAsync($"{world.Path}/inbox?q=saken")).Html.ShouldNotContain(Number);
        (await kari.OpenAsync($"{world.Path}/for-you")).Html.ShouldNotContain(Number);
        (await (await world.SignInAsync("tor.egil.aas@fjordvik.example")).OpenAsync($"{world.Path}/table")).Html.ShouldNotContain(Number);
        var open = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        open.Html.ShouldNotContain(Number);
        open.Document.QuerySelector(".rf-thread")!.TextContent.ShouldContain("91 23 45 67");
    }

    private static async Task RefusesAsync(DialogueWorld world, Visitor kari, Seen page, string id)
    {
        var action = $"{world.Path}/conversations/{id}/answers";
        var token = page.Document.QuerySelector("#composer [name^=__]")!;
        (await kari.PostAsync($"{world.Path}/conversations/{id}/numbers", (token.GetAttribute("name")!, token.GetAttribute("value")!), ("text", $"Er {Number} ditt?"))).Text.ShouldContain("Personnummer kan ikke sendes åpent");
        (await kari.SendAsync(page, $"{world.Path}/conversations/{id}/preview", ("text", $"Er {Number} ditt?"))).Text.ShouldContain("Personnummer kan ikke sendes åpent");
        var refused = await kari.SendAsync(page, action, ("text", $"Er {Number} ditt? Ring 33 44 55 66 eller skriv til ola@nordmann.example."));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var passes = refused.Document.QuerySelectorAll("[name=pass]").Select(p => p.GetAttribute("value")!).ToList();
        passes.Count.ShouldBe(2);
        var still = await kari.SendAsync(refused, action, ("text", $"Er {Number} ditt? Skriv til ola@nordmann.example."), ("pass", passes[1]));
        still.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.ReadAsync(db => db.Set<WrittenAnswer>().CountAsync())).ShouldBe(0);

        var sent = await kari.SendAsync(still, action, ("text", "Skriv til ola@nordmann.example eller ring 33 44 55 66."), ("pass", passes[1]));
        sent.Status.ShouldBe(HttpStatusCode.OK);
        (await world.ReadAsync(db => db.Set<WrittenAnswer>().CountAsync())).ShouldBe(1);
    }

    private static Task<List<string>> LedgerAsync(DialogueWorld world, string kind) => world.ReadAsync(db =>
        db.Database.SqlQuery<string>($"SELECT \"Data\" AS \"Value\" FROM platform_ledger WHERE \"Kind\" = {kind}").ToListAsync());
}
