using System.Net;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.People.Profiles;

public sealed class LanguageTests
{
    [Fact]
    public async Task Without_a_wish_the_organisations_language_is_spoken()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        await kari.SendAsync(
            await kari.OpenAsync("/organisations/new"), "/organisations",
            ("organisation", "Storåen kommune"), ("kind", "Public"), ("country", "Denmark"), ("language", "da"));
        var path = kari.Cookies.GetCookies(world.App.Address);
        path["rf-lang"]!.Expired = true;
        kari.Http.DefaultRequestHeaders.AcceptLanguage.Clear();

        (await LanguageAsync(kari, "/storaen/people")).ShouldBe("da");
        (await LanguageAsync(kari, "/fjordvik/people")).ShouldBe("nb");
    }

    [Fact]
    public async Task The_browsers_wish_goes_before_the_organisations()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var visitor = world.App.NewVisitor();

        (await LanguageAsync(visitor, "/sign-in")).ShouldBe("en");
    }

    [Fact]
    public async Task The_choice_follows_the_person_to_the_next_browser()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        await kari.SendAsync(await kari.OpenAsync("/profile"), "/language", ("language", "nn"));

        using var elsewhere = await world.SignInAsync(PeopleWorld.Kari);

        (await LanguageAsync(elsewhere, "/fjordvik/people")).ShouldBe("nn");
    }

    [Fact]
    public async Task The_organisations_own_noun_is_used()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);

        var seen = await kari.SendAsync(
            await kari.OpenAsync("/fjordvik/settings"), "/fjordvik/settings",
            ("name", "Fjordvik kommune"), ("noun", "fellesskapet"), ("language", "nb"), ("zone", "Europe/Oslo"), ("style", "Initials"));

        seen.Status.ShouldBe(HttpStatusCode.OK);
        (await kari.OpenAsync("/fjordvik/profile")).Text.ShouldContain("fellesskapet");
        (await kari.OpenAsync("/fjordvik/profile")).Text.ShouldContain("/KL");
    }

    private static async Task<string?> LanguageAsync(Visitor visitor, string address) =>
        (await visitor.OpenAsync(address)).Document.DocumentElement.GetAttribute("lang");
}
