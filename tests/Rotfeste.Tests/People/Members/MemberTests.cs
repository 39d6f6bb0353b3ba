using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.People.Members;

public sealed class MemberTests
{
    private const string Thea = "thea.nygard@fjordvik.example";

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Whoever_is_deactivated_is_out_at_once(Provider provider)
    {
        await using var world = await PeopleWorld.FjordvikAsync(provider);
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        (await jonas.OpenAsync("/fjordvik/people")).Status.ShouldBe(HttpStatusCode.OK);
        var page = Page(world, PeopleWorld.Jonas);

        await kari.SendAsync(await kari.OpenAsync(page), $"{page}/departure");

        (await jonas.OpenAsync("/fjordvik/people")).Status.ShouldBe(HttpStatusCode.NotFound);
        var jonasAsColleague = await world.App.InAsync(world.Fjordvik.Organisation, async services =>
            (await services.GetRequiredService<Colleagues>().FindAsync([world.Fjordvik.People[PeopleWorld.Jonas]], CancellationToken.None)).Values.Single());
        jonasAsColleague.IsActive.ShouldBeFalse();
        jonasAsColleague.Name.ShouldBe("Jonas Eide");
        jonasAsColleague.MayAnswer.ShouldBeFalse();
    }

    [Fact]
    public async Task The_last_owner_stays()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        var page = Page(world, PeopleWorld.Kari);

        (await kari.SendAsync(await kari.OpenAsync(page), $"{page}/departure")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await kari.SendAsync(await kari.OpenAsync(page), $"{page}/place", ("roles", "Leader"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await kari.OpenAsync("/fjordvik/settings")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_role_taken_away_is_gone_at_once()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        using var tor = await world.SignInAsync(PeopleWorld.Tor);
        (await tor.OpenAsync("/fjordvik/invitations/new")).Status.ShouldBe(HttpStatusCode.OK);
        var page = Page(world, PeopleWorld.Tor);

        await kari.SendAsync(await kari.OpenAsync(page), $"{page}/place");

        (await tor.OpenAsync("/fjordvik/invitations/new")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await world.EntriesAsync("roles-changed")).ShouldBe(1);
    }

    [Fact]
    public async Task Another_organisations_pages_do_not_exist()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        await kari.SendAsync(
            await kari.OpenAsync("/organisations/new"), "/organisations",
            ("organisation", "Storelva kommune"), ("kind", "Public"), ("country", "Norway"), ("language", "nb"));

        (await jonas.OpenAsync("/storelva/people")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await jonas.OpenAsync("/finnes-ikke/people")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await kari.OpenAsync($"/storelva/people/{world.Fjordvik.People[PeopleWorld.Jonas]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await kari.OpenAsync("/storelva/people")).Text.ShouldNotContain("Jonas Eide");
    }

    [Fact]
    public async Task Answering_takes_a_leaders_wish_and_the_own_yes()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var thea = await world.SignInAsync(Thea);
        using var tor = await world.SignInAsync(PeopleWorld.Tor);
        var page = Page(world, Thea);
        (await WhoMayAsync(world)).ShouldNotContain("Thea Nygård");

        await tor.SendAsync(await tor.OpenAsync(page), $"{page}/answering", ("give", "yes"));
        (await WhoMayAsync(world)).ShouldNotContain("Thea Nygård");
        await thea.SendAsync(await thea.OpenAsync("/fjordvik/people"), "/fjordvik/profile/answering", ("answer", "yes"));

        (await WhoMayAsync(world)).ShouldContain("Thea Nygård");
    }

    [Fact]
    public async Task A_yes_that_nobody_asked_for_is_refused()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var thea = await world.SignInAsync(Thea);
        var page = await thea.OpenAsync("/fjordvik/profile");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var seen = await thea.PostAsync("/fjordvik/profile/answering", ("__RequestVerificationToken", token), ("answer", "yes"));

        seen.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await WhoMayAsync(world)).ShouldNotContain("Thea Nygård");
    }

    [Fact]
    public async Task The_name_stands_under_answers_only_after_the_own_yes()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var thea = await world.SignInAsync(Thea);
        (await SignatureAsync(world, Thea)).ShouldBe(new Signature("", MustAsk: true));

        await thea.SendAsync(await thea.OpenAsync("/fjordvik/profile"), "/fjordvik/profile/name", ("show", "yes"));
        (await SignatureAsync(world, Thea)).Text.ShouldBe("– Thea, Kundetorget");
        await thea.SendAsync(await thea.OpenAsync("/fjordvik/profile"), "/fjordvik/profile/name", ("show", "no"));

        (await SignatureAsync(world, Thea)).ShouldBe(new Signature("– Kundetorget", MustAsk: false));
    }

    private static string Page(PeopleWorld world, string email) => $"/fjordvik/people/{world.Fjordvik.People[email]}";

    private static Task<List<string>> WhoMayAsync(PeopleWorld world) => world.App.InAsync(world.Fjordvik.Organisation, async services =>
        (await services.GetRequiredService<Colleagues>().WhoMayAnswerAsync(CancellationToken.None)).Select(c => c.Name).ToList());

    private static Task<Signature> SignatureAsync(PeopleWorld world, string email) => world.App.InAsync(world.Fjordvik.Organisation, services =>
        services.GetRequiredService<Signatures>().OfAsync(world.Fjordvik.People[email], SigningPlace.Anywhere, CancellationToken.None));
}
