using System.Net;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Initiatives.Briefs;

public sealed class WriteBriefTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task An_idea_becomes_an_initiative_with_an_owner_and_a_leader_by_name(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        var idea = await kari.SendAsync(await kari.OpenAsync("/fjordvik/ideas"), "/fjordvik/ideas", ("text", "Svare der folk spør. Det sparer dem en telefon."));
        var form = await kari.OpenAsync($"/fjordvik/initiatives/new?idea={idea.Address.Split('/')[^1]}");

        var brief = await kari.SendAsync(
            form, "/fjordvik/initiatives", ("title", "Svare der folk spør"), ("kind", "Blank"),
            ("owner", world.Id(InitiativeWorld.Kari)), ("leader", world.Id(InitiativeWorld.Tor)));

        brief.Address.ShouldEndWith("/brief");
        brief.Document.QuerySelector("[name=gain]")!.TextContent.ShouldBe("Svare der folk spør. Det sparer dem en telefon.");
        brief.Document.QuerySelectorAll("textarea").Length.ShouldBe(3);
        (await kari.OpenAsync(idea.Address)).Text.ShouldContain("Ble til et tiltak");
    }

    [Fact]
    public async Task An_idea_becomes_one_initiative_only()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        var idea = await kari.SendAsync(await kari.OpenAsync("/fjordvik/ideas"), "/fjordvik/ideas", ("text", "Svare der folk spør."));
        var address = $"/fjordvik/initiatives/new?idea={idea.Address.Split('/')[^1]}";
        var (window, otherWindow) = (await kari.OpenAsync(address), await kari.OpenAsync(address));
        (string, string)[] fields = [("title", "Svare"), ("kind", "Blank"), ("owner", world.Id(InitiativeWorld.Kari)), ("leader", world.Id(InitiativeWorld.Tor))];
        var first = await kari.SendAsync(window, "/fjordvik/initiatives", fields);

        var second = await kari.SendAsync(otherWindow, "/fjordvik/initiatives", fields);

        second.Address.ShouldBe(first.Address[..^"/brief".Length]);
    }

    [Fact]
    public async Task A_starting_page_gives_words_to_begin_with()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);

        var page = await kari.OpenAsync($"{await world.BeginAsync(kari, kind: "TakeOver")}/brief");

        page.Document.QuerySelector("[name=doing]")!.TextContent.ShouldStartWith("To av oss ser innom");
    }

    [Fact]
    public async Task Without_a_leader_by_name_nothing_begins()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        var form = await kari.OpenAsync("/fjordvik/initiatives/new");

        var refused = await kari.SendAsync(
            form, "/fjordvik/initiatives", ("title", "Svare"), ("owner", world.Id(InitiativeWorld.Kari)), ("leader", world.Id(InitiativeWorld.Jonas)));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Velg lederen som er ansvarlig, ved navn.");
        refused.Document.QuerySelector("[name=title]")!.GetAttribute("value").ShouldBe("Svare");
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_is_being_written_is_kept_as_it_is_typed(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        var address = await world.BeginAsync(kari);
        var page = await kari.OpenAsync($"{address}/brief");
        var token = page.Document.QuerySelector("input[name^=__Request]")!;

        var kept = await kari.PostAsync(
            $"{address}/draft", (token.GetAttribute("name")!, token.GetAttribute("value")!), ("title", "Svar der folk spør"), ("gain", "Færre må  ringe.\n"));

        kept.Text.ShouldContain("Utkast lagret");
        var again = await kari.OpenAsync($"{address}/brief");
        again.Document.QuerySelector("[name=gain]")!.TextContent.ShouldBe("Færre må  ringe.\n");
    }

    [Fact]
    public async Task A_further_field_stands_there_only_when_asked_for()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        var address = await world.BeginAsync(kari);
        var page = await kari.OpenAsync($"{address}/brief");
        page.Document.QuerySelector("[name=money]").ShouldBeNull();

        var asked = await kari.SendAsync(page, $"{address}/brief", ("title", "Svar"), ("gain", "Færre må ringe."), ("then", "money"));
        var refused = await kari.SendAsync(asked, $"{address}/brief", ("title", "Svar"), ("money", "1000000000000000"), ("then", "publish"));

        asked.Document.QuerySelector("[name=money]").ShouldNotBeNull();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.QuerySelector("[name=money]")!.GetAttribute("value").ShouldBe("1000000000000000");
        (await kari.OpenAsync($"{address}/brief")).Document.QuerySelector("[name=gain]")!.TextContent.ShouldBe("Færre må ringe.");
    }

    [Fact]
    public async Task Only_owner_and_leader_write_the_page()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        var address = await world.BeginAsync(kari);

        (await jonas.OpenAsync($"{address}/brief")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Two_who_write_in_the_same_field_at_once_both_see_both_texts(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        var address = await world.BeginAsync(kari);
        var (hers, his) = (await kari.OpenAsync($"{address}/brief"), await tor.OpenAsync($"{address}/brief"));
        (string, string)[] Form(Seen page, string gain, string fit) =>
        [
            .. page.Document.QuerySelectorAll("form[data-keeps] input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)),
            ("gain", gain), ("fit", fit),
        ];

        await kari.PostAsync($"{address}/draft", Form(hers, "Karis tekst.", ""));
        var kept = await tor.PostAsync($"{address}/draft", Form(his, "Tors tekst.", "Som i telefonen."));
        var after = await tor.PostAsync($"{address}/brief", Form(his, "Tors tekst, ferdig.", "Som i telefonen."));

        kept.Text.ShouldContain("Kari Lunde skriver på samme sted. Din tekst er lagret ved siden av.");
        after.Address.ShouldBe($"{address}/brief");
        foreach (var page in new[] { after, await kari.OpenAsync($"{address}/brief") })
        {
            page.Document.QuerySelector("[name=gain]")!.TextContent.ShouldBe("Karis tekst.");
            page.Document.QuerySelector("[name=fit]")!.TextContent.ShouldBe("Som i telefonen.");
            page.Document.QuerySelector(".rf-told")!.TextContent.ShouldContain("Tors tekst, ferdig.");
        }

        var swap = after.Document.QuerySelector("button[value^='use.gain']")!.GetAttribute("value")!;
        var swapped = await tor.SendAsync(after, $"{address}/brief", ("then", swap));
        swapped.Document.QuerySelector("[name=gain]")!.TextContent.ShouldBe("Tors tekst, ferdig.");
        swapped.Document.QuerySelector(".rf-told")!.TextContent.ShouldContain("Karis tekst.");
    }

    [Fact]
    public async Task The_week_unfolds_when_it_is_asked_for_adds_up_and_more_hours_ask_those_who_hold_them()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var marit = await world.SignInAsync(InitiativeWorld.Marit);
        var address = await world.WrittenAsync(kari);
        await kari.SendAsync(
            await kari.OpenAsync($"{address}/people"), $"{address}/people",
            ("who", world.Id(InitiativeWorld.Marit)), ("direction", "Up"), ("holds", "Hours"));
        (await kari.OpenAsync($"{address}/brief")).Document.QuerySelector(".rf-week").ShouldBeNull();

        var week = await kari.SendAsync(
            await kari.OpenAsync($"{address}/brief?more=week"), $"{address}/brief",
            ("week.0.name", "Jonas Eide"), ("week.0.0", "3"), ("week.0.2", "2,5"), ("then", "week"));
        week.Text.ShouldContain("5,5 timer i uka til sammen");
        week.Document.QuerySelectorAll(".rf-week-row").Length.ShouldBe(2);
        week.Document.QuerySelector("[name=hours]").ShouldBeNull();
        await kari.SendAsync(await kari.OpenAsync($"{address}/publication"), $"{address}/versions");
        (await kari.OpenAsync(address)).Text.ShouldContain("Jonas Eide: mandag 3, onsdag 2,5");
        await world.AnswerAsync(marit, address, "Agree");

        await kari.SendAsync(
            await kari.OpenAsync($"{address}/brief"), $"{address}/brief", ("week.0.name", "Jonas Eide"), ("week.0.0", "8"), ("then", "publish"));

        (await kari.OpenAsync($"{address}/publication")).Text.ShouldContain("Marit Hauge");
        var wrong = await kari.SendAsync(
            await kari.OpenAsync($"{address}/brief"), $"{address}/brief", ("week.0.name", "Jonas Eide"), ("week.0.0", "30"), ("then", "publish"));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Document.QuerySelector("[name='week.0.0']")!.GetAttribute("value").ShouldBe("30");
    }
}
