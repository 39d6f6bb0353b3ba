using System.Net;
using Rotfeste.People.Contracts;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.People;

namespace Rotfeste.Tests.Initiatives.Pages;

/// <summary>From a page to a start, over HTTP.</summary>
public sealed class InitiativeTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Three_people_go_from_a_page_to_a_start(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        var address = await world.PublishedAsync(kari);

        (await kari.OpenAsync(address)).Text.ShouldContain("Klart til start?");
        await world.AnswerAsync(tor, address, "Agree");
        (await kari.OpenAsync(address)).Document.QuerySelector($"form[action='{address}/passing']").ShouldBeNull();
        await world.AnswerAsync(jonas, address, "Agree");

        var ready = await kari.OpenAsync(address);
        ready.Document.QuerySelector("#gate")!.TextContent.ShouldContain("Klart til start");
        var passed = await kari.SendAsync(ready, $"{address}/passing");

        passed.Text.ShouldContain("Dere er i gang.");
        passed.Document.QuerySelector(".rf-stages [aria-current]")!.TextContent.ShouldContain("I drift");
        (await jonas.OpenAsync("/fjordvik/notices")).Text.ShouldContain("«Svar der folk spør» er i gang. Takk for at du var med på det.");
    }

    [Fact]
    public async Task Nobody_is_named_for_not_having_answered_but_to_owner_and_leader()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        using var marit = await world.SignInAsync(InitiativeWorld.Marit);
        var address = await world.PublishedAsync(kari);

        (await kari.OpenAsync(address)).Text.ShouldContain("Jonas Eide");
        (await tor.OpenAsync(address)).Text.ShouldContain("Jonas Eide");
        var hers = await marit.OpenAsync(address);
        hers.Text.ShouldNotContain("Jonas Eide");
        hers.Text.ShouldContain("Vi venter på ett svar");
    }

    [Fact]
    public async Task An_open_objection_holds_the_start_until_it_is_talked_out()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        var address = await world.PublishedAsync(kari);
        await world.AnswerAsync(tor, address, "Agree");
        await world.AnswerAsync(jonas, address, "Disagree", "Vaktene er alt fulle.");

        var held = await kari.OpenAsync(address);
        held.Text.ShouldContain("Vaktene er alt fulle.");
        held.Document.QuerySelector("#gate")!.TextContent.ShouldContain("Klart til start?");
        var token = held.Document.QuerySelector("input[name^=__Request]")!;
        var refused = await kari.PostAsync(
            $"{address}/passing", (token.GetAttribute("name")!, token.GetAttribute("value")!), ("to", "Running"));

        refused.Text.ShouldNotContain("Dere er i gang.");
        refused.Document.QuerySelector(".rf-stages [aria-current]")!.TextContent.ShouldContain("Før start");
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Of_two_who_publish_at_once_one_is_told_and_the_draft_is_kept(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        var address = await world.WrittenAsync(kari);
        var hers = await kari.OpenAsync($"{address}/publication");
        var his = await tor.OpenAsync($"{address}/publication");

        (await kari.SendAsync(hers, $"{address}/versions")).Text.ShouldContain("Publisert.");
        var second = await tor.SendAsync(his, $"{address}/versions");

        second.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        second.Text.ShouldContain("Noen har publisert i mellomtiden. Utkastet ditt er lagret.");
    }

    [Fact]
    public async Task A_changed_objective_asks_again_and_the_preview_says_whom_and_why()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        var address = await world.PublishedAsync(kari);
        await world.AnswerAsync(tor, address, "Agree");
        await world.AnswerAsync(jonas, address, "Agree");

        var page = await kari.OpenAsync($"{address}/brief");
        var preview = await kari.SendAsync(
            page, $"{address}/brief", ("title", "Svar der folk spør"), ("gain", "Alle spørsmål er besvart på en time."), ("then", "publish"));
        preview.Text.ShouldContain("Jonas Eide");
        await kari.SendAsync(preview, $"{address}/versions");

        var again = await kari.OpenAsync(address);
        again.Text.ShouldContain("må bekreftes på nytt, versjon 1");
        again.Document.QuerySelector("#gate")!.TextContent.ShouldContain("Klart til start?");
        (await jonas.OpenAsync("/fjordvik/notices")).Text.ShouldContain("er endret i noe svaret ditt hvilte på");
    }

    [Fact]
    public async Task The_accountable_leader_alone_gives_an_exception_with_reason_and_end()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        var address = await world.PublishedAsync(kari);
        var until = DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd", null);

        (await kari.OpenAsync($"{address}/waiver")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var form = await tor.OpenAsync($"{address}/waiver");
        (await tor.SendAsync(form, $"{address}/waiver", ("reason", ""), ("until", "2099-01-01"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var given = await tor.SendAsync(form, $"{address}/waiver", ("reason", "Festivalen er i gang."), ("until", until));

        given.Text.ShouldContain("Festivalen er i gang.");
        (await kari.SendAsync(await kari.OpenAsync(address), $"{address}/passing")).Text.ShouldContain("Dere er i gang.");
    }

    [Fact]
    public async Task A_leader_who_leaves_is_seen_and_another_can_be_chosen()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        var address = await world.PublishedAsync(kari);
        var tor = $"/fjordvik/people/{world.Id(InitiativeWorld.Tor)}";
        await kari.SendAsync(await kari.OpenAsync(tor), $"{tor}/departure");

        (await kari.OpenAsync(address)).Text.ShouldContain("Ansvarlig leder har sluttet.");
        var people = await kari.OpenAsync($"{address}/people");
        var handed = await kari.SendAsync(
            people, $"{address}/hands", ("owner", world.Id(InitiativeWorld.Kari)), ("leader", world.Id(InitiativeWorld.Marit)));

        handed.Text.ShouldNotContain("Ansvarlig leder har sluttet.");
        handed.Text.ShouldContain("Marit Hauge");
    }

    [Fact]
    public async Task What_must_be_in_place_is_the_owners_to_change()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        var address = await world.PublishedAsync(kari);
        await world.AnswerAsync(tor, address, "Agree");
        var plan = await kari.OpenAsync($"{address}/gates");
        plan.Document.QuerySelector("[name=needs-Pilot]").ShouldBeNull("No trial is planned.");
        plan.Document.QuerySelector("[name=needs-Running]").ShouldNotBeNull();

        // A trial is planned: it begins with the good set, and not with the empty one that the page before did not show.
        await kari.SendAsync(plan, $"{address}/gates", ("needs-Running", "LeaderIsIn"), ("lookAgainOn", "2030-06-01"), ("startsOn", "2027-01-10"), ("pilotOn", "2026-12-20"), ("endsOn", ""));
        plan = await kari.OpenAsync($"{address}/gates");
        plan.Document.QuerySelectorAll("[name=needs-Pilot][checked]").Select(n => n.GetAttribute("value")).ShouldBe(["LeaderIsIn", "DoersAreHeard"], ignoreOrder: true);

        var planned = await kari.SendAsync(
            plan, $"{address}/gates", ("needs-Running", "LeaderIsIn"), ("lookAgainOn", "2030-06-01"), ("startsOn", "2027-01-10"), ("pilotOn", ""), ("endsOn", ""));

        planned.Document.QuerySelector("#gate")!.TextContent.ShouldContain("Klart til start");
        planned.Document.QuerySelector($"form[action='{address}/passing']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Another_organisation_finds_no_initiative_of_ours()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var nora = await world.NeighbourAsync();
        var address = (await world.PublishedAsync(kari)).Replace("/fjordvik", "/storelva-kommune", StringComparison.Ordinal);

        foreach (var page in new[] { "", "/brief", "/publication", "/people", "/answer", "/meeting", "/gates", "/waiver" })
            (await nora.OpenAsync(address + page)).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
