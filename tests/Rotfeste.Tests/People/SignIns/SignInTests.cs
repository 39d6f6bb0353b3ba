using System.Net;
using NodaTime;
using Rotfeste.People.SignIns;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.People.SignIns;

public sealed class SignInTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task The_right_password_leads_back_to_where_one_was(Provider provider)
    {
        await using var world = await PeopleWorld.EmptyAsync(provider);
        using var owner = await world.SetUpAsync();
        using var visitor = world.App.NewVisitor();

        var page = await visitor.OpenAsync("/fjordvik/people");
        page.Address.ShouldBe("/sign-in?return=%2Ffjordvik%2Fpeople");
        var seen = await visitor.SendAsync(page, "/sign-in", ("email", "KARI.LUNDE@fjordvik.example"), ("password", PeopleWorld.Password));

        seen.Address.ShouldBe("/fjordvik/people");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        await using var world = await PeopleWorld.EmptyAsync();
        using var owner = await world.SetUpAsync();

        var (_, wrong) = await world.EnterAsync(PeopleWorld.Kari, "noe helt annet her");
        var (_, unknown) = await world.EnterAsync("ingen@fjordvik.example", "noe helt annet her");

        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unknown.Status.ShouldBe(wrong.Status);
        unknown.Document.QuerySelector("#errors")!.TextContent.ShouldBe(wrong.Document.QuerySelector("#errors")!.TextContent);
        wrong.Document.QuerySelector("#f-email")!.GetAttribute("value").ShouldBe(PeopleWorld.Kari);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Five_wrong_passwords_close_the_door_for_a_quarter_of_an_hour(Provider provider)
    {
        await using var world = await PeopleWorld.EmptyAsync(provider);
        using var owner = await world.SetUpAsync();
        for (var i = 0; i < 5; i++)
            await world.EnterAsync(PeopleWorld.Kari, "noe helt annet her");

        var (_, locked) = await world.EnterAsync(PeopleWorld.Kari, PeopleWorld.Password);

        locked.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.EntriesAsync("sign-in-locked")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Wrong_passwords_far_apart_do_not_add_up()
    {
        await using var world = await PeopleWorld.EmptyAsync();
        using var owner = await world.SetUpAsync();
        for (var i = 0; i < 4; i++)
            await world.EnterAsync(PeopleWorld.Kari, "noe helt annet her");
        world.Clock.Move(Duration.FromMinutes(16));
        await world.EnterAsync(PeopleWorld.Kari, "noe helt annet her");

        var (_, seen) = await world.EnterAsync(PeopleWorld.Kari, PeopleWorld.Password);

        seen.Address.ShouldStartWith("/fjordvik");
    }

    [Fact]
    public async Task Those_who_guess_at_once_do_not_count_as_one()
    {
        await using var world = await PeopleWorld.EmptyAsync();
        using var owner = await world.SetUpAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.EnterAsync(PeopleWorld.Kari, "noe helt annet her")));

        var (_, seen) = await world.EnterAsync(PeopleWorld.Kari, PeopleWorld.Password);
        seen.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task One_network_address_cannot_try_for_ever()
    {
        await using var world = await PeopleWorld.EmptyAsync(limits: new SignInLimits(3, 30));
        using var owner = await world.SetUpAsync();
        for (var i = 0; i < 3; i++)
            await world.EnterAsync($"nummer{i}@fjordvik.example", "noe helt annet her");

        var (_, seen) = await world.EnterAsync(PeopleWorld.Kari, PeopleWorld.Password);

        seen.Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task Signing_in_leads_to_no_strangers_page(string back)
    {
        await using var world = await PeopleWorld.EmptyAsync();
        using var owner = await world.SetUpAsync();
        using var visitor = world.App.NewVisitor();
        var page = await visitor.OpenAsync($"/sign-in?return={Uri.EscapeDataString(back)}");

        var seen = await visitor.SendAsync(page, "/sign-in", ("return", back), ("email", PeopleWorld.Kari), ("password", PeopleWorld.Password));

        seen.Address.ShouldStartWith("/fjordvik");
    }

    [Fact]
    public async Task A_fragment_asked_for_without_a_session_sends_the_whole_window_to_sign_in()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var visitor = world.App.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Add("HX-Request", "true");
        visitor.Http.DefaultRequestHeaders.Add("HX-Current-URL", $"{world.App.Address}fjordvik/people");

        using var answer = await visitor.Http.GetAsync("/fjordvik/people");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.GetValues("HX-Redirect").ShouldHaveSingleItem().ShouldBe("/sign-in?return=%2Ffjordvik%2Fpeople");
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_for_scripts_and_other_sites()
    {
        await using var world = await PeopleWorld.EmptyAsync();
        using var owner = await world.SetUpAsync();

        var cookie = owner.Cookies.GetCookies(world.App.Address)["rf-session"]!;

        cookie.HttpOnly.ShouldBeTrue();
        (cookie.Expires - DateTime.Now).TotalDays.ShouldBeInRange(29.9, 30.1);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_all_sessions_at_once()
    {
        await using var world = await PeopleWorld.EmptyAsync();
        using var first = await world.SetUpAsync();
        var (second, _) = await world.EnterAsync(PeopleWorld.Kari, PeopleWorld.Password);
        (await second.OpenAsync("/fjordvik/people")).Address.ShouldBe("/fjordvik/people");

        await first.SendAsync(await first.OpenAsync("/profile"), "/profile/sessions/end");

        (await second.OpenAsync("/fjordvik/people")).Address.ShouldStartWith("/sign-in");
        (await first.OpenAsync("/fjordvik/people")).Address.ShouldStartWith("/sign-in");
        second.Dispose();
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_the_old_password()
    {
        await using var world = await PeopleWorld.EmptyAsync();
        using var first = await world.SetUpAsync();
        var (second, _) = await world.EnterAsync(PeopleWorld.Kari, PeopleWorld.Password);
        const string New = "kald saft over taket";

        var seen = await first.SendAsync(
            await first.OpenAsync("/profile"), "/profile/password", ("current", PeopleWorld.Password), ("password", New));

        seen.Address.ShouldBe("/profile?done=password");
        (await second.OpenAsync("/fjordvik/people")).Address.ShouldStartWith("/sign-in");
        (await world.EnterAsync(PeopleWorld.Kari, PeopleWorld.Password)).Seen.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.EnterAsync(PeopleWorld.Kari, New)).Seen.Address.ShouldStartWith("/fjordvik");
        second.Dispose();
    }

    [Fact]
    public async Task Outside_the_demo_nobody_looks_in_as_somebody_else()
    {
        await using var world = await PeopleWorld.EmptyAsync();
        using var owner = await world.SetUpAsync();
        using var visitor = world.App.NewVisitor();
        var page = await visitor.OpenAsync("/sign-in");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var seen = await visitor.PostAsync("/sign-in/example", ("__RequestVerificationToken", token), ("example", PeopleWorld.Kari));

        seen.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Html.ShouldNotContain("/sign-in/example");
    }

    [Fact]
    public async Task Nonsense_in_place_of_a_passkey_is_refused()
    {
        await using var world = await PeopleWorld.EmptyAsync();
        using var owner = await world.SetUpAsync();
        using var visitor = world.App.NewVisitor();
        var page = await visitor.OpenAsync("/sign-in");
        await visitor.SendAsync(page, "/sign-in", ("credential", "{}"));

        foreach (var nonsense in new[] { "{}", "null", "[1]", "{\"id\":\"x\",\"response\":{}}", new string('9', 30_000) })
            (await visitor.SendAsync(page, "/sign-in", ("credential", nonsense))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }
}
