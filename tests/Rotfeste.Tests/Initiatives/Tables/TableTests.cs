using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Host.Examples;
using Rotfeste.Initiatives.Tables;
using Rotfeste.Platform.Due;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Initiatives.Tables;

/// <summary>A leader's own page, over HTTP.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_waits_for_a_leader_lies_on_the_own_table_and_on_nobody_elses(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        using var marit = await world.SignInAsync(InitiativeWorld.Marit);
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        var address = await world.PublishedAsync(kari);
        await jonas.SendAsync(
            await jonas.OpenAsync("/fjordvik/questions"), "/fjordvik/questions", ("leader", world.Id(InitiativeWorld.Tor)), ("text", "Får vi to timer?"));

        var his = await tor.OpenAsync("/fjordvik/table");

        his.Text.ShouldContain("2 ting venter på deg.");
        his.Text.ShouldContain("Får vi to timer?");
        his.Document.QuerySelector($"a[href='{address}/pitch']").ShouldNotBeNull();
        (await marit.OpenAsync("/fjordvik/table")).Text.ShouldContain("Ingenting venter på deg.");
        (await jonas.OpenAsync("/fjordvik/table")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_objection_is_heard_in_the_words_of_whoever_raised_it()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        var address = await world.PublishedAsync(kari);
        await world.AnswerAsync(tor, address, "Agree");
        await world.AnswerAsync(jonas, address, "Disagree", "Vaktene er alt fulle.");

        var his = await tor.OpenAsync("/fjordvik/table");

        his.Text.ShouldContain("Én ting venter på deg.");
        his.Text.ShouldContain("Jonas Eide sier: Vaktene er alt fulle.");
        his.Document.QuerySelector($"a[href='{address}#threads']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Three_things_that_people_said_stand_there_with_their_words(Provider provider)
    {
        await using var app = await TestApp.StartAsync(provider, settings: s => s with { IsExample = true });
        await Example.PlantAsync(app.Services, CancellationToken.None);
        using var tor = app.NewVisitor();
        await tor.SendAsync(await tor.OpenAsync("/sign-in"), "/sign-in/example", ("example", InitiativeWorld.Tor));

        var his = await tor.OpenAsync("/fjordvik/table");

        var heard = his.Document.QuerySelectorAll("blockquote");
        heard.Length.ShouldBe(3);
        foreach (var said in heard)
        {
            var conversation = await tor.OpenAsync(said.QuerySelector("a")!.GetAttribute("href")!);
            conversation.Text.ShouldContain(said.QuerySelector("a")!.TextContent.TrimEnd('…')[..20]);
        }

        // To us and about us.
        var places = heard.Select(h => h.QuerySelector("a")!.GetAttribute("href")!).ToList();
        places.ShouldContain(p => p.StartsWith("/fjordvik/inbox/", StringComparison.Ordinal));
        places.ShouldContain(p => p.StartsWith("/fjordvik/mentions#", StringComparison.Ordinal));
        his.Document.QuerySelectorAll("table, svg.rf-chart, code").ShouldBeEmpty();
        his.Document.QuerySelectorAll("section[aria-labelledby='waits'] article").Length.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task Who_wishes_is_told_on_Mondays_and_who_stops_is_not()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        await world.PublishedAsync(kari);
        var job = new TellTableJob(world.Organisation, world.Person(InitiativeWorld.Tor));

        var chosen = await tor.SendAsync(await tor.OpenAsync("/fjordvik/table"), "/fjordvik/table/mail", ("weekly", "yes"));
        var outcome = await TellAsync(world, job);

        chosen.Text.ShouldContain("Du får beskjed hver mandag når noe venter.");
        outcome.Again!.Value.InZone(DateTimeZoneProviders.Tzdb["Europe/Oslo"]).DayOfWeek.ShouldBe(IsoDayOfWeek.Monday);
        (await tor.OpenAsync("/fjordvik/notices")).Text.ShouldContain("Én ting venter på bordet ditt: Svar der folk spør.");

        await tor.SendAsync(await tor.OpenAsync("/fjordvik/table"), "/fjordvik/table/mail", ("weekly", "no"));
        (await TellAsync(world, job)).ShouldBe(DueOutcome.Done);
    }

    [Fact]
    public async Task Nothing_is_told_where_nothing_waits()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var marit = await world.SignInAsync(InitiativeWorld.Marit);
        await marit.SendAsync(await marit.OpenAsync("/fjordvik/table"), "/fjordvik/table/mail", ("weekly", "yes"));

        (await TellAsync(world, new TellTableJob(world.Organisation, world.Person(InitiativeWorld.Marit)))).Again.ShouldNotBeNull();

        (await marit.OpenAsync("/fjordvik/notices")).Text.ShouldNotContain("bordet ditt:");
    }

    private static Task<DueOutcome> TellAsync(InitiativeWorld world, TellTableJob job) => world.App.InAsync(world.Organisation, async scope =>
    {
        var outcome = await scope.GetRequiredService<TellTable>().DoAsync(job, new DueTry(1), CancellationToken.None);
        await scope.GetRequiredService<Rotfeste.Platform.Data.AppDb>().SaveChangesAsync();
        return outcome;
    });
}
