using System.Net;
using NodaTime;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.People.Invitations;

public sealed class InvitationTests
{
    private const string New = "berit.ness@fjordvik.example";

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_link_makes_somebody_a_colleague_once(Provider provider)
    {
        await using var world = await PeopleWorld.FjordvikAsync(provider);
        var link = await InviteAsync(world, New);
        using var berit = world.App.NewVisitor();

        var seen = await berit.SendAsync(await berit.OpenAsync(link), link, ("name", "Berit Ness"), ("password", PeopleWorld.Password));

        seen.Address.ShouldStartWith("/fjordvik");
        (await berit.OpenAsync("/fjordvik/people")).Text.ShouldContain("Berit Ness");
        using var second = world.App.NewVisitor();
        (await second.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
        (await world.EnterAsync(New, PeopleWorld.Password)).Seen.Address.ShouldStartWith("/fjordvik");
    }

    [Fact]
    public async Task Two_who_use_the_link_at_once_become_one_colleague()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        var link = await InviteAsync(world, New);
        var visitors = Enumerable.Range(0, 4).Select(_ => world.App.NewVisitor()).ToList();
        var pages = await Task.WhenAll(visitors.Select(v => v.OpenAsync(link)));
        var before = await world.EntriesAsync("person-joined");

        await Task.WhenAll(visitors.Zip(pages, (v, p) => v.SendAsync(p, link, ("name", "Berit Ness"), ("password", PeopleWorld.Password))));

        (await world.EntriesAsync("person-joined")).ShouldBe(before + 1);
        visitors.ForEach(v => v.Dispose());
    }

    [Fact]
    public async Task The_link_is_good_for_fourteen_days()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        var link = await InviteAsync(world, New);
        using var berit = world.App.NewVisitor();
        world.Clock.Move(Duration.FromDays(13.9));
        (await berit.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
        world.Clock.Move(Duration.FromDays(0.2));

        (await berit.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_link_taken_back_opens_nothing()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        var link = await InviteAsync(world, New);
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        var people = await kari.OpenAsync("/fjordvik/people");
        var action = people.Document.Forms.Select(f => f.GetAttribute("action")!).Single(a => a.EndsWith("/withdrawal", StringComparison.Ordinal));

        await kari.SendAsync(people, action);

        using var berit = world.App.NewVisitor();
        (await berit.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_newer_invitation_ends_the_older_one()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        var older = await InviteAsync(world, New);
        var newer = await InviteAsync(world, New);
        using var berit = world.App.NewVisitor();

        (await berit.OpenAsync(older)).Status.ShouldBe(HttpStatusCode.Gone);
        (await berit.OpenAsync(newer)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_is_here_already_signs_in_first_and_just_joins()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        await kari.SendAsync(
            await kari.OpenAsync("/organisations/new"), "/organisations",
            ("organisation", "Storelva kommune"), ("kind", "Public"), ("country", "Norway"), ("language", "nb"));
        var link = await InviteAsync(world, PeopleWorld.Jonas, "/storelva");
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        (await jonas.OpenAsync("/storelva/people")).Status.ShouldBe(HttpStatusCode.NotFound);

        using var stranger = world.App.NewVisitor();
        (await stranger.OpenAsync(link)).Document.QuerySelector("#f-password").ShouldBeNull();
        await jonas.SendAsync(await jonas.OpenAsync(link), link);

        (await jonas.OpenAsync("/storelva/people")).Status.ShouldBe(HttpStatusCode.OK);
        (await jonas.OpenAsync("/fjordvik/people")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_leader_makes_nobody_an_owner()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var tor = await world.SignInAsync(PeopleWorld.Tor);

        var seen = await tor.SendAsync(
            await tor.OpenAsync("/fjordvik/invitations/new"), "/fjordvik/invitations",
            ("name", "Berit Ness"), ("email", New), ("roles", "Owner"));

        seen.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        seen.Document.QuerySelector("#f-email")!.GetAttribute("value").ShouldBe(New);
    }

    [Fact]
    public async Task With_a_mail_server_the_link_is_mailed_and_not_shown()
    {
        await using var world = await PeopleWorld.FjordvikAsync(canMail: true);
        using var kari = await world.SignInAsync(PeopleWorld.Kari);

        var seen = await SendAsync(kari, New, "/fjordvik");

        seen.Html.ShouldNotContain("/invitations/0");
        seen.Document.QuerySelector("#link").ShouldBeNull();
        using var berit = world.App.NewVisitor();
        (await berit.OpenAsync(await world.Mail.LinkToAsync(New))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_may_join_without_a_password_and_come_in_by_mail()
    {
        await using var world = await PeopleWorld.FjordvikAsync(canMail: true);
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        await SendAsync(kari, New, "/fjordvik");
        var link = await world.Mail.LinkToAsync(New);
        using var berit = world.App.NewVisitor();

        var seen = await berit.SendAsync(await berit.OpenAsync(link), link, ("name", "Berit Ness"), ("way", "mail"));

        seen.Address.ShouldStartWith("/fjordvik");
        (await world.EnterAsync(New, "")).Seen.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static async Task<string> InviteAsync(PeopleWorld world, string email, string path = "/fjordvik")
    {
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        var seen = await SendAsync(kari, email, path);
        return new Uri(seen.Document.QuerySelector("#link")!.GetAttribute("value")!).PathAndQuery;
    }

    private static async Task<Seen> SendAsync(Visitor visitor, string email, string path) => await visitor.SendAsync(
        await visitor.OpenAsync($"{path}/invitations/new"), $"{path}/invitations", ("name", "Berit Ness"), ("email", email));
}
