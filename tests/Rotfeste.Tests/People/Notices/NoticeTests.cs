using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.People.Notices;

public sealed class NoticeTests
{
    private const string Thea = "thea.nygard@fjordvik.example";

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_notice_is_read_by_following_it_and_that_can_be_taken_back(Provider provider)
    {
        await using var world = await PeopleWorld.FjordvikAsync(provider);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        (await jonas.OpenAsync("/fjordvik/notices")).Text.ShouldContain("Ingenting å varsle om ennå");
        await world.TellAsync([PeopleWorld.Jonas], "Tor Egil Aas");

        var page = await jonas.OpenAsync("/fjordvik/notices");
        page.Text.ShouldContain("Tor Egil Aas spør om du vil svare offentlig for Fjordvik kommune.");
        Waiting(page).ShouldBe("1");
        var link = page.Document.QuerySelector("#notice-list li a")!.GetAttribute("href")!;

        (await jonas.OpenAsync(link)).Address.ShouldBe("/fjordvik/people");
        var read = await jonas.OpenAsync("/fjordvik/notices");
        Waiting(read).ShouldBeNull();
        Waiting(await jonas.SendAsync(read, $"{link}/regret")).ShouldBe("1");
    }

    [Fact]
    public async Task All_are_read_at_once_and_all_of_those_come_back()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        await world.TellAsync([PeopleWorld.Jonas], "Kari Lunde");
        await world.TellAsync([PeopleWorld.Jonas], "Tor Egil Aas");
        var first = (await jonas.OpenAsync("/fjordvik/notices")).Document.QuerySelectorAll("#notice-list li a")[1].GetAttribute("href")!;
        await jonas.SendAsync(await jonas.OpenAsync("/fjordvik/notices"), $"{first}/reading");
        await world.TellAsync([PeopleWorld.Jonas], "Thea Nygård");

        var read = await jonas.SendAsync(await jonas.OpenAsync("/fjordvik/notices"), "/fjordvik/notices/reading");
        read.Text.ShouldContain("2 varsler er merket som lest.");
        Waiting(read).ShouldBeNull();

        Waiting(await jonas.SendAsync(read, "/fjordvik/notices/reading/regret")).ShouldBe("2");
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task The_same_key_again_replaces_what_is_not_read_and_nothing_else(Provider provider)
    {
        await using var world = await PeopleWorld.FjordvikAsync(provider);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        await world.TellAsync([PeopleWorld.Jonas], "Kari Lunde", key: "asked");
        await world.TellAsync([PeopleWorld.Jonas], "Tor Egil Aas", key: "asked");
        var page = await jonas.OpenAsync("/fjordvik/notices");
        page.Text.ShouldContain("Tor Egil Aas spør");
        page.Text.ShouldNotContain("Kari Lunde spør");

        await jonas.SendAsync(page, "/fjordvik/notices/reading");
        await world.TellAsync([PeopleWorld.Jonas], "Thea Nygård", key: "asked");

        var after = await jonas.OpenAsync("/fjordvik/notices");
        Waiting(after).ShouldBe("1");
        after.Text.ShouldContain("Tor Egil Aas spør");
    }

    [Fact]
    public async Task What_is_told_twice_in_one_unit_of_work_is_told_once()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        await world.App.InAsync(world.Fjordvik.Organisation, async services =>
        {
            var notify = services.GetRequiredService<Notify>();
            var notice = new Notice("asked-to-answer", ["Kari Lunde", "Fjordvik kommune"], "people", Key: "asked");
            await notify.TellAsync(world.Fjordvik.People[PeopleWorld.Jonas], notice, CancellationToken.None);
            await notify.TellAsync(world.Fjordvik.People[PeopleWorld.Jonas], notice, CancellationToken.None);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);

        Waiting(await jonas.OpenAsync("/fjordvik/notices")).ShouldBe("1");
    }

    [Fact]
    public async Task Nobody_sees_or_changes_a_colleagues_notice()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        await world.TellAsync([PeopleWorld.Jonas], "Tor Egil Aas");
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        var link = (await jonas.OpenAsync("/fjordvik/notices")).Document.QuerySelector("#notice-list li a")!.GetAttribute("href")!;
        using var thea = await world.SignInAsync(Thea);

        var hers = await thea.OpenAsync("/fjordvik/profile");
        var token = hers.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await thea.OpenAsync("/fjordvik/notices")).Text.ShouldNotContain("Tor Egil");
        (await thea.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await thea.PostAsync($"{link}/reading", ("__RequestVerificationToken", token))).Status.ShouldBe(HttpStatusCode.NotFound);
        await thea.PostAsync("/fjordvik/notices/reading", ("__RequestVerificationToken", token));

        Waiting(await jonas.OpenAsync("/fjordvik/notices")).ShouldBe("1");
    }

    [Fact]
    public async Task A_leaders_question_is_told_and_is_gone_when_it_is_taken_back()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var tor = await world.SignInAsync(PeopleWorld.Tor);
        var page = $"/fjordvik/people/{world.Fjordvik.People[Thea]}";
        using var thea = await world.SignInAsync(Thea);
        await tor.SendAsync(await tor.OpenAsync(page), $"{page}/answering", ("give", "no"));

        await tor.SendAsync(await tor.OpenAsync(page), $"{page}/answering", ("give", "yes"));
        (await thea.OpenAsync("/fjordvik/notices")).Text.ShouldContain("Tor Egil Aas spør om du vil svare offentlig");

        await tor.SendAsync(await tor.OpenAsync(page), $"{page}/answering", ("give", "no"));
        (await thea.OpenAsync("/fjordvik/notices")).Text.ShouldNotContain("Tor Egil Aas spør");
    }

    [Fact]
    public async Task A_name_with_line_breaks_stays_one_line_and_its_markup_is_text()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        await world.TellAsync([PeopleWorld.Jonas], "<b>Eva</b>\r\n\r\nLim inn passordet her:");
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);

        var page = await jonas.OpenAsync("/fjordvik/notices");

        page.Document.QuerySelector("#notice-list li a")!.TextContent.ShouldStartWith("<b>Eva</b> Lim inn passordet her: spør");
    }

    [Fact]
    public async Task Everybody_in_a_large_unit_is_told_in_one_go()
    {
        await using var world = await PeopleWorld.FjordvikAsync(canMail: true);
        var everybody = world.Fjordvik.People.Keys.ToList();

        await world.TellAsync(everybody, "Kari Lunde", urgency: NoticeUrgency.Urgent);

        await Eventually.ShouldHoldAsync(() => world.Mail.Letters.Select(l => l.To).Order().ShouldBe(everybody.Order()));
    }

    [Fact]
    public async Task A_kind_that_no_room_has_declared_is_a_bug()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => world.App.InAsync(world.Fjordvik.Organisation, services =>
            services.GetRequiredService<Notify>().TellAsync(
                world.Fjordvik.People[PeopleWorld.Jonas], new Notice("nothing", [], "people"), CancellationToken.None)));
    }

    private static string? Waiting(Seen page) =>
        page.Document.QuerySelector("#rooms a[href='/fjordvik/notices'] .rf-count")?.FirstChild?.TextContent.Trim();
}
