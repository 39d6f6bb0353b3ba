using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.People;
using Rotfeste.People.SignIns;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.People.Setup;

public sealed class SetUpTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task The_first_person_sets_up_and_is_signed_in(Provider provider)
    {
        await using var world = await PeopleWorld.EmptyAsync(provider);
        using var visitor = world.App.NewVisitor();

        var page = await visitor.OpenAsync("/");
        page.Address.ShouldBe("/setup");
        var seen = await visitor.SendAsync(page, "/setup", PeopleWorld.SetUpFields(world.SetupCode));

        seen.Address.ShouldStartWith("/fjordvik");
        (await visitor.OpenAsync("/fjordvik/people")).Text.ShouldContain("Kari Lunde");
        (await world.EntriesAsync("organisation-founded")).ShouldBe(1);
        (await world.EntriesAsync("signed-in")).ShouldBe(1);
    }

    [Fact]
    public async Task Without_the_code_from_the_console_nobody_sets_up()
    {
        await using var world = await PeopleWorld.EmptyAsync();
        using var visitor = world.App.NewVisitor();

        var seen = await visitor.SendAsync(await visitor.OpenAsync("/setup"), "/setup", PeopleWorld.SetUpFields("AAAA-BBBB"));

        seen.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        seen.Document.QuerySelector("#f-code")!.GetAttribute("aria-invalid").ShouldBe("true");
        (await visitor.OpenAsync("/")).Address.ShouldBe("/setup");
    }

    [Fact]
    public async Task The_code_works_once()
    {
        await using var world = await PeopleWorld.EmptyAsync();
        using var first = await world.SetUpAsync();
        using var second = world.App.NewVisitor();

        (await second.OpenAsync("/setup")).Address.ShouldStartWith("/sign-in");
        var token = (await second.OpenAsync("/sign-in")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await second.PostAsync("/setup", [("__RequestVerificationToken", token), .. PeopleWorld.SetUpFields(world.SetupCode)]);

        (await world.EntriesAsync("organisation-founded")).ShouldBe(1);
    }

    [Fact]
    public async Task Two_who_send_at_once_found_one_organisation()
    {
        await using var world = await PeopleWorld.EmptyAsync();
        using var one = world.App.NewVisitor();
        using var two = world.App.NewVisitor();
        var pages = new[] { await one.OpenAsync("/setup"), await two.OpenAsync("/setup") };

        await Task.WhenAll(
            one.SendAsync(pages[0], "/setup", PeopleWorld.SetUpFields(world.SetupCode)),
            two.SendAsync(pages[1], "/setup", PeopleWorld.SetUpFields(world.SetupCode)));

        (await world.EntriesAsync("organisation-founded")).ShouldBe(1);
    }

    [Fact]
    public async Task A_new_code_ends_the_one_before()
    {
        await using var world = await PeopleWorld.EmptyAsync();
        await using (var scope = world.App.Services.CreateAsyncScope())
            (await PeopleRoom.NewSetupCodeAsync(scope.ServiceProvider, CancellationToken.None)).ShouldNotBe(world.SetupCode);
        using var visitor = world.App.NewVisitor();

        var seen = await visitor.SendAsync(await visitor.OpenAsync("/setup"), "/setup", PeopleWorld.SetUpFields(world.SetupCode));

        seen.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_what_was_typed_stays()
    {
        await using var world = await PeopleWorld.EmptyAsync();
        using var visitor = world.App.NewVisitor();

        var seen = await visitor.SendAsync(
            await visitor.OpenAsync("/setup"), "/setup", PeopleWorld.SetUpFields(world.SetupCode, "fjordvik1"));

        seen.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        seen.Document.QuerySelector("#f-organisation")!.GetAttribute("value").ShouldBe("Fjordvik kommune");
        seen.Document.QuerySelector("#f-email")!.GetAttribute("value").ShouldBe(PeopleWorld.Kari);
        seen.Document.QuerySelector("#f-password")!.GetAttribute("value").ShouldBeNull();
        seen.Document.QuerySelector("#f-password-error")!.TextContent.ShouldContain("9");
        seen.Html.ShouldNotContain("fjordvik1");

        // The code was not used up.
        var again = await visitor.SendAsync(seen, "/setup", PeopleWorld.SetUpFields(world.SetupCode));
        again.Address.ShouldStartWith("/fjordvik");
    }

    [Fact]
    public async Task Script_in_every_field_is_shown_as_text()
    {
        await using var world = await PeopleWorld.EmptyAsync();
        using var visitor = world.App.NewVisitor();
        const string Script = "\"><script>alert(1)</script>";
        var fields = PeopleWorld.SetUpFields(Script).Select(f => (f.Name, Script)).ToArray();

        var seen = await visitor.SendAsync(await visitor.OpenAsync("/setup"), "/setup", fields);

        seen.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        seen.Document.QuerySelectorAll("script").ShouldAllBe(s => s.TextContent.Length == 0);
    }

    [Fact]
    public async Task Guessing_the_code_is_slowed_down()
    {
        await using var world = await PeopleWorld.EmptyAsync(limits: new SignInLimits(30, 3));
        using var visitor = world.App.NewVisitor();
        var page = await visitor.OpenAsync("/setup");
        for (var i = 0; i < 3; i++)
            await visitor.SendAsync(page, "/setup", PeopleWorld.SetUpFields("AAAA-BBBB"));

        var seen = await visitor.SendAsync(page, "/setup", PeopleWorld.SetUpFields(world.SetupCode));

        seen.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        seen.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task In_another_country_the_time_zone_is_chosen_and_never_guessed()
    {
        await using var world = await PeopleWorld.EmptyAsync();
        using var visitor = world.App.NewVisitor();
        var fields = PeopleWorld.SetUpFields(world.SetupCode).Select(f => f.Name == "country" ? (f.Name, "Other") : f).ToArray();

        var seen = await visitor.SendAsync(await visitor.OpenAsync("/setup"), "/setup", fields);
        seen.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        seen.Document.QuerySelector("#f-zone")!.GetAttribute("aria-invalid").ShouldBe("true");
        seen.Document.QuerySelector("#f-zone optgroup[label='Europe'] option[value='Europe/London']")!.TextContent.ShouldBe("London");
        (await visitor.SendAsync(seen, "/setup", [.. fields, ("zone", "Middle-earth/Shire")])).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await visitor.SendAsync(seen, "/setup", [.. fields, ("zone", "Europe/London")])).Address.ShouldStartWith("/fjordvik");
        (await ZoneAsync(visitor)).ShouldBe("Europe/London");
    }

    [Fact]
    public async Task The_country_decides_the_zone_and_the_settings_may_change_it()
    {
        await using var world = await PeopleWorld.EmptyAsync();
        using var visitor = await world.SetUpAsync();
        (await ZoneAsync(visitor)).ShouldBe("Europe/Oslo");

        var settings = await visitor.OpenAsync("/fjordvik/settings");
        (string, string)[] rest = [("name", "Fjordvik kommune"), ("noun", "kommunen"), ("language", "nb"), ("style", "FirstName")];
        (await visitor.SendAsync(settings, "/fjordvik/settings", [.. rest, ("zone", "")])).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await visitor.SendAsync(settings, "/fjordvik/settings", [.. rest, ("zone", "America/Nuuk")]);

        (await ZoneAsync(visitor)).ShouldBe("America/Nuuk");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var world = await PeopleWorld.EmptyAsync();
        using var visitor = world.App.NewVisitor();

        var seen = await visitor.PostAsync("/setup", PeopleWorld.SetUpFields(world.SetupCode));

        seen.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await world.EntriesAsync("organisation-founded")).ShouldBe(0);
    }

    private static async Task<string?> ZoneAsync(Visitor visitor) =>
        (await visitor.OpenAsync("/fjordvik/settings")).Document.QuerySelector("#f-zone option[selected]")!.GetAttribute("value");
}
