using System.Net;
using NodaTime;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.People.SignIns;

public sealed class LinkTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_mailed_link_signs_in_once(Provider provider)
    {
        await using var world = await PeopleWorld.FjordvikAsync(provider, canMail: true);
        var link = await AskAsync(world, PeopleWorld.Jonas);
        using var visitor = world.App.NewVisitor();

        var page = await visitor.OpenAsync(link);
        var seen = await visitor.SendAsync(page, link);
        seen.Address.ShouldStartWith("/fjordvik");

        using var other = world.App.NewVisitor();
        (await other.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
        var again = await other.SendAsync(await other.OpenAsync("/sign-in"), "/sign-in/link", ("email", "x"));
        var token = again.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await other.PostAsync(link, ("__RequestVerificationToken", token))).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Opening_the_link_does_not_use_it_up()
    {
        await using var world = await PeopleWorld.FjordvikAsync(canMail: true);
        var link = await AskAsync(world, PeopleWorld.Jonas);
        using var scanner = world.App.NewVisitor();
        await scanner.OpenAsync(link);
        await scanner.OpenAsync(link);

        using var visitor = world.App.NewVisitor();
        (await visitor.SendAsync(await visitor.OpenAsync(link), link)).Address.ShouldStartWith("/fjordvik");
    }

    [Fact]
    public async Task The_link_is_good_for_twenty_minutes()
    {
        await using var world = await PeopleWorld.FjordvikAsync(canMail: true);
        var link = await AskAsync(world, PeopleWorld.Jonas);
        using var visitor = world.App.NewVisitor();
        var page = await visitor.OpenAsync(link);
        world.Clock.Move(Duration.FromMinutes(21));

        (await visitor.SendAsync(page, link)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task The_answer_does_not_tell_whether_somebody_has_the_address()
    {
        await using var world = await PeopleWorld.FjordvikAsync(canMail: true);
        using var visitor = world.App.NewVisitor();

        var known = await visitor.SendAsync(await visitor.OpenAsync("/sign-in"), "/sign-in/link", ("email", PeopleWorld.Jonas));
        var unknown = await visitor.SendAsync(await visitor.OpenAsync("/sign-in"), "/sign-in/link", ("email", "ingen@fjordvik.example"));

        unknown.Status.ShouldBe(known.Status);
        unknown.Text.Replace("ingen@fjordvik.example", "").ShouldBe(known.Text.Replace(PeopleWorld.Jonas, ""));
    }

    [Fact]
    public async Task A_mail_server_that_is_down_loses_nothing()
    {
        await using var world = await PeopleWorld.FjordvikAsync(canMail: true);
        world.Mail.IsDown = true;
        using var visitor = world.App.NewVisitor();
        await visitor.SendAsync(await visitor.OpenAsync("/sign-in"), "/sign-in/link", ("email", PeopleWorld.Jonas));
        await Eventually.ShouldHoldAsync(() => world.Mail.Asked.ShouldBeGreaterThan(0));
        world.Mail.Letters.ShouldBeEmpty();

        world.Mail.IsDown = false;
        world.Clock.Move(Duration.FromMinutes(2));

        (await world.Mail.LinkToAsync(PeopleWorld.Jonas)).ShouldStartWith("/sign-in/link/");
        world.Mail.Letters[0].Subject.ShouldBe("Lenken din til Rotfeste");
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_a_link_that_works_once()
    {
        await using var world = await PeopleWorld.FjordvikAsync(canMail: true);
        using var visitor = world.App.NewVisitor();
        await visitor.SendAsync(await visitor.OpenAsync("/password/forgotten"), "/password/forgotten", ("email", PeopleWorld.Jonas));
        var link = await world.Mail.LinkToAsync(PeopleWorld.Jonas);
        using var other = await world.SignInAsync(PeopleWorld.Jonas);

        var weak = await visitor.SendAsync(await visitor.OpenAsync(link), link, ("password", "passord12345"));
        weak.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var seen = await visitor.SendAsync(weak, link, ("password", PeopleWorld.Password));

        seen.Address.ShouldStartWith("/fjordvik");
        (await other.OpenAsync("/fjordvik/people")).Address.ShouldStartWith("/sign-in");
        (await visitor.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
        (await world.EnterAsync(PeopleWorld.Jonas, PeopleWorld.Password)).Seen.Address.ShouldStartWith("/fjordvik");
    }

    [Fact]
    public async Task Without_a_mail_server_no_mail_is_offered()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var visitor = world.App.NewVisitor();

        (await visitor.OpenAsync("/sign-in")).Html.ShouldNotContain("/sign-in/link");
        (await visitor.OpenAsync("/password/forgotten")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> AskAsync(PeopleWorld world, string email)
    {
        using var visitor = world.App.NewVisitor();
        var page = await visitor.OpenAsync("/sign-in");
        var sent = await visitor.SendAsync(page, "/sign-in/link", ("email", email));
        sent.Status.ShouldBe(HttpStatusCode.OK);
        return await world.Mail.LinkToAsync(email);
    }
}
