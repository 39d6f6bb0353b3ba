using System.Net;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Notices;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.People.Notices;

public sealed class NoticeMailTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_mail_carries_a_sentence_and_a_link_that_signs_in_and_leads_there(Provider provider)
    {
        await using var world = await PeopleWorld.FjordvikAsync(provider, canMail: true);
        await world.TellAsync([PeopleWorld.Jonas], "Tor Egil Aas", urgency: NoticeUrgency.Urgent);
        var link = await world.Mail.LinkToAsync(PeopleWorld.Jonas);
        var letter = world.LettersTo(PeopleWorld.Jonas).Single();
        letter.Subject.ShouldBe("Tor Egil Aas spør om du vil svare offentlig for Fjordvik kommune.");
        letter.Body.ShouldStartWith("Hei, Jonas.\n\nTor Egil Aas spør om du vil svare offentlig for Fjordvik kommune.\nhttp://localhost:5080/sign-in/link/");

        using var visitor = world.App.NewVisitor();
        var page = await visitor.OpenAsync(link);
        page.Text.ShouldContain("30 days");
        var action = page.Document.QuerySelector("form[action^='/sign-in/link/']")!.GetAttribute("action")!;
        (await visitor.SendAsync(page, action)).Address.ShouldBe("/fjordvik/people");

        // Signed in, the same link leads straight there; used up, it opens nothing elsewhere.
        (await visitor.OpenAsync(link)).Address.ShouldBe("/fjordvik/people");
        using var other = world.App.NewVisitor();
        (await other.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(15, false)]
    public async Task The_link_is_good_for_14_days(int days, bool opens)
    {
        await using var world = await PeopleWorld.FjordvikAsync(canMail: true);
        await world.TellAsync([PeopleWorld.Jonas], "Tor Egil Aas", urgency: NoticeUrgency.Urgent);
        var link = await world.Mail.LinkToAsync(PeopleWorld.Jonas);
        world.Clock.Move(Duration.FromDays(days));
        using var visitor = world.App.NewVisitor();

        (await visitor.OpenAsync(link)).Status.ShouldBe(opens ? HttpStatusCode.OK : HttpStatusCode.Gone);
    }

    [Fact]
    public async Task The_link_does_not_lead_out_of_the_house()
    {
        await using var world = await PeopleWorld.FjordvikAsync(canMail: true);
        await world.TellAsync([PeopleWorld.Jonas], "Tor Egil Aas", urgency: NoticeUrgency.Urgent);
        var link = (await world.Mail.LinkToAsync(PeopleWorld.Jonas)).Split('?')[0];
        using var visitor = world.App.NewVisitor();

        var page = await visitor.OpenAsync($"{link}?return=//else.example/");

        page.Document.QuerySelector("form[action^='/sign-in/link/'] input[name=return]")!.GetAttribute("value").ShouldBe("/");
    }

    [Fact]
    public async Task Whoever_signs_out_everywhere_ends_the_links_that_lie_in_the_mail()
    {
        await using var world = await PeopleWorld.FjordvikAsync(canMail: true);
        await world.TellAsync([PeopleWorld.Jonas], "Tor Egil Aas", urgency: NoticeUrgency.Urgent);
        var link = await world.Mail.LinkToAsync(PeopleWorld.Jonas);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        await jonas.SendAsync(await jonas.OpenAsync("/profile"), "/profile/sessions/end");
        using var finder = world.App.NewVisitor();

        (await finder.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Once_a_day_is_one_mail_with_everything_that_was_not_read(Provider provider)
    {
        await using var world = await PeopleWorld.FjordvikAsync(provider, canMail: true);
        world.MoveTo(hour: 12);
        await world.ChooseAsync(PeopleWorld.Jonas, MailWay.Daily);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        await world.TellAsync([PeopleWorld.Jonas], "Kari Lunde");
        await jonas.SendAsync(await jonas.OpenAsync("/fjordvik/notices"), "/fjordvik/notices/reading");
        await world.TellAsync([PeopleWorld.Jonas], "Tor Egil Aas");
        await world.TellAsync([PeopleWorld.Jonas, PeopleWorld.Kari], "Thea Nygård");

        // Kari has not chosen: hers comes within minutes, and by then Jonas' would have come too.
        world.Clock.Move(Duration.FromMinutes(3));
        await world.Mail.LinkToAsync(PeopleWorld.Kari);
        world.LettersTo(PeopleWorld.Jonas).ShouldBeEmpty();

        world.MoveTo(hour: 8);
        await world.Mail.LinkToAsync(PeopleWorld.Jonas);
        var letter = world.LettersTo(PeopleWorld.Jonas).Single();
        letter.Subject.ShouldBe("2 varsler fra Fjordvik kommune");
        letter.Body.ShouldContain("Tor Egil Aas spør");
        letter.Body.ShouldContain("Thea Nygård spør");
        letter.Body.ShouldNotContain("Kari Lunde");
    }

    [Fact]
    public async Task What_comes_in_quiet_hours_comes_in_one_mail_afterwards()
    {
        await using var world = await PeopleWorld.FjordvikAsync(canMail: true);
        world.MoveTo(hour: 22);
        await world.TellAsync([PeopleWorld.Jonas], "Kari Lunde");
        world.Clock.Move(Duration.FromHours(2));
        await world.TellAsync([PeopleWorld.Jonas], "Tor Egil Aas");
        await world.TellAsync([PeopleWorld.Kari], "Tor Egil Aas", urgency: NoticeUrgency.Urgent);
        await world.Mail.LinkToAsync(PeopleWorld.Kari);
        world.LettersTo(PeopleWorld.Jonas).ShouldBeEmpty();

        world.MoveTo(hour: 7);
        await world.Mail.LinkToAsync(PeopleWorld.Jonas);

        world.LettersTo(PeopleWorld.Jonas).Single().Subject.ShouldBe("2 varsler fra Fjordvik kommune");
    }

    [Fact]
    public async Task A_new_choice_holds_for_what_waits()
    {
        await using var world = await PeopleWorld.FjordvikAsync(canMail: true);
        world.MoveTo(hour: 12);
        await world.ChooseAsync(PeopleWorld.Jonas, MailWay.Daily);
        await world.TellAsync([PeopleWorld.Jonas], "Tor Egil Aas");

        await world.ChooseAsync(PeopleWorld.Jonas, MailWay.AtOnce);
        world.Clock.Move(Duration.FromMinutes(3));

        await world.Mail.LinkToAsync(PeopleWorld.Jonas);
    }

    [Fact]
    public async Task Whoever_wants_no_mail_gets_none_and_sees_it_in_the_product()
    {
        await using var world = await PeopleWorld.FjordvikAsync(canMail: true);
        await world.ChooseAsync(PeopleWorld.Jonas, MailWay.Never);
        await world.TellAsync([PeopleWorld.Jonas, PeopleWorld.Kari], "Tor Egil Aas", urgency: NoticeUrgency.Urgent);

        await world.Mail.LinkToAsync(PeopleWorld.Kari);

        world.LettersTo(PeopleWorld.Jonas).ShouldBeEmpty();
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        (await jonas.OpenAsync("/fjordvik/notices")).Text.ShouldContain("Tor Egil Aas spør");
    }

    [Theory]
    [InlineData("nb", "Hei, Jonas.", "spør om du vil")]
    [InlineData("nn", "Hei, Jonas.", "svare offentleg")]
    [InlineData("da", "Hej Jonas.", "spørger, om du vil")]
    [InlineData("en", "Hello, Jonas.", "asks whether you")]
    public async Task A_mail_speaks_its_readers_language(string language, string greeting, string words)
    {
        await using var world = await PeopleWorld.FjordvikAsync(canMail: true);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        await jonas.SendAsync(await jonas.OpenAsync("/profile"), "/language", ("language", language));

        await world.TellAsync([PeopleWorld.Jonas], "Tor Egil Aas", urgency: NoticeUrgency.Urgent);
        await world.Mail.LinkToAsync(PeopleWorld.Jonas);

        var letter = world.LettersTo(PeopleWorld.Jonas).Single();
        letter.Body.ShouldStartWith(greeting);
        letter.Subject.ShouldContain(words);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_mail_server_that_is_down_loses_and_doubles_nothing_and_the_owner_sees_it(Provider provider)
    {
        await using var world = await PeopleWorld.FjordvikAsync(provider, canMail: true);
        world.Mail.IsDown = true;
        await world.TellAsync([PeopleWorld.Jonas], "Tor Egil Aas", urgency: NoticeUrgency.Urgent);
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        await Eventually.ShouldHoldAsync(() => world.Mail.Asked.ShouldBeGreaterThan(0));

        world.Clock.Move(Duration.FromMinutes(5));
        (await kari.OpenAsync("/fjordvik/deliveries")).Text.ShouldContain("1 e-post venter.");
        world.Mail.IsDown = false;
        world.Clock.Move(Duration.FromHours(1));

        await world.Mail.LinkToAsync(PeopleWorld.Jonas);
        world.Clock.Move(Duration.FromDays(1));
        await Eventually.ShouldHoldAsync(async () => (await kari.OpenAsync("/fjordvik/deliveries")).Text.ShouldContain("E-posten går ut."));
        world.LettersTo(PeopleWorld.Jonas).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_mail_that_the_server_refuses_is_shown_to_the_owner_without_its_words()
    {
        await using var world = await PeopleWorld.FjordvikAsync(canMail: true);
        world.Mail.Refuses = PeopleWorld.Jonas;
        await world.TellAsync([PeopleWorld.Jonas], "Tor Egil Aas", urgency: NoticeUrgency.Urgent);
        using var kari = await world.SignInAsync(PeopleWorld.Kari);

        await Eventually.ShouldHoldAsync(async () =>
        {
            var page = await kari.OpenAsync("/fjordvik/deliveries");
            page.Text.ShouldContain("Kom ikke fram");
            page.Text.ShouldContain(PeopleWorld.Jonas);
        });
        world.Clock.Move(Duration.FromDays(1));
        (await kari.OpenAsync("/fjordvik/deliveries")).Text.ShouldContain("E-posten går ut.");
        world.Mail.Asked.ShouldBe(1);
    }
}
