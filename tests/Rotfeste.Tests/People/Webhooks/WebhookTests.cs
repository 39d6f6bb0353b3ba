using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Notices;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.People.Webhooks;

public sealed class WebhookTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_room_in_Slack_is_connected_with_a_trial_and_takes_notices(Provider provider)
    {
        await using var world = await PeopleWorld.FjordvikAsync(provider);
        await using var slack = await WebhookReceiver.StartAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        var page = await ConnectAsync(kari, slack.Address);
        page.Text.ShouldContain("En prøve er på vei.");
        await Eventually.ShouldHoldAsync(() => slack.Taken.Single().GetProperty("text").GetString()
            .ShouldBe("En prøve fra Fjordvik kommune: her kommer varsler fra Rotfeste.\n<http://localhost:5080/fjordvik/for-you|Se det i Rotfeste>"));

        await TellAsync(world, null, "<!channel> & alle");

        await Eventually.ShouldHoldAsync(() => slack.Taken.Last().GetProperty("text").GetString()!
            .ShouldStartWith("&lt;!channel&gt; &amp; alle spør"));
        await Eventually.ShouldHoldAsync(async () => (await kari.OpenAsync("/fjordvik/deliveries")).Text.ShouldContain("Virker. Sist sendt"));
    }

    [Fact]
    public async Task A_room_in_Teams_takes_an_adaptive_card_without_markup()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        await using var teams = await WebhookReceiver.StartAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        await ConnectAsync(kari, teams.Address, kind: "Teams");

        // The trial message and a notice may arrive in either order.
        await Eventually.ShouldHoldAsync(() => teams.Taken.Count.ShouldBe(1));
        await TellAsync(world, null, "[Klikk](https://else.example)");
        await Eventually.ShouldHoldAsync(() => teams.Taken.Count.ShouldBe(2));

        var message = teams.Taken.Last();
        var attachment = message.GetProperty("attachments")[0];
        var card = attachment.GetProperty("content");

        message.GetProperty("type").GetString().ShouldBe("message");
        attachment.GetProperty("contentType").GetString().ShouldBe("application/vnd.microsoft.card.adaptive");
        card.GetProperty("type").GetString().ShouldBe("AdaptiveCard");
        var inline = card.GetProperty("body")[0].GetProperty("inlines")[0];
        inline.GetProperty("type").GetString().ShouldBe("TextRun");
        inline.GetProperty("text").GetString()!.ShouldStartWith("[Klikk](https://else.example) spør");
        card.GetProperty("actions")[0].GetProperty("url").GetString().ShouldBe("http://localhost:5080/fjordvik/people");
    }

    [Fact]
    public async Task A_units_room_hears_what_concerns_the_unit_and_those_under_it()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        await using var slack = await WebhookReceiver.StartAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        var units = await UnitsAsync(world);
        await ConnectAsync(kari, slack.Address, unit: units["Teknisk"].ToString());
        await Eventually.ShouldHoldAsync(() => slack.Taken.Count.ShouldBe(1));

        await TellAsync(world, null, "Alle");
        await TellAsync(world, units["Skole"], "Skole");
        await TellAsync(world, units["Vann og avløp"], "Vann");

        await Eventually.ShouldHoldAsync(() => slack.Taken.Count.ShouldBe(2));
        slack.Taken.Last().GetProperty("text").GetString()!.ShouldStartWith("Vann spør");
    }

    [Fact]
    public async Task A_room_that_is_down_loses_nothing_and_says_so()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        await using var slack = await WebhookReceiver.StartAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        slack.Status = 503;
        await ConnectAsync(kari, slack.Address);
        await Eventually.ShouldHoldAsync(async () => (await kari.OpenAsync("/fjordvik/deliveries")).Text.ShouldContain("127.0.0.1 svarer ikke."));

        slack.Status = 200;
        world.Clock.Move(Duration.FromHours(2));

        await Eventually.ShouldHoldAsync(() => slack.Taken.Count.ShouldBe(1));
        await Eventually.ShouldHoldAsync(async () => (await kari.OpenAsync("/fjordvik/deliveries")).Text.ShouldContain("Virker."));
    }

    [Fact]
    public async Task Who_asks_us_to_wait_is_not_asked_again_before()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        await using var slack = await WebhookReceiver.StartAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        (slack.Status, slack.RetryAfter) = (429, "7200");
        await ConnectAsync(kari, slack.Address);
        await Eventually.ShouldHoldAsync(async () => (await kari.OpenAsync("/fjordvik/deliveries")).Text.ShouldContain("ber oss vente"));

        var due = await world.App.InAsync(world.Fjordvik.Organisation, services => services.GetRequiredService<AppDb>().Database
            .SqlQuery<long>($"""SELECT "RunAt" AS "Value" FROM platform_due WHERE "Job" = 'send-to-webhook'""").SingleAsync());
        var wait = Instant.FromUnixTimeTicks(due * 10) - world.Clock.GetCurrentInstant();

        wait.ShouldBeGreaterThan(Duration.FromMinutes(110));
        slack.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task An_address_that_is_gone_is_not_tried_again_and_the_owner_is_told()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        await using var slack = await WebhookReceiver.StartAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        slack.Status = 404;
        await ConnectAsync(kari, slack.Address);
        await Eventually.ShouldHoldAsync(async () => (await kari.OpenAsync("/fjordvik/notices")).Text.ShouldContain("#vakt tar ikke imot varsler lenger."));

        slack.Status = 200;
        await TellAsync(world, null, "Alle");
        world.Clock.Move(Duration.FromDays(1));

        (await kari.OpenAsync("/fjordvik/deliveries")).Text.ShouldContain("Stoppet:");
        slack.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task An_address_inside_the_own_network_is_never_called()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);

        await ConnectAsync(kari, "https://10.0.0.7/services/secret");

        await Eventually.ShouldHoldAsync(async () => (await kari.OpenAsync("/fjordvik/deliveries")).Text.ShouldContain("fører inn i et lukket nett"));
    }

    [Theory]
    [InlineData("http://hooks.example/services/secret")]
    [InlineData("https://user:password@hooks.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("hooks.example")]
    [InlineData("")]
    public async Task What_is_no_safe_address_is_refused_with_what_was_typed(string address)
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);

        var page = await ConnectAsync(kari, address);

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Lim inn hele adressen");
        page.Document.QuerySelector("#f-name")!.GetAttribute("value").ShouldBe("#vakt");
    }

    [Fact]
    public async Task The_address_is_encrypted_and_never_shown_again()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        await using var slack = await WebhookReceiver.StartAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        await ConnectAsync(kari, slack.Address);

        var stored = await world.App.InAsync(world.Fjordvik.Organisation, services => services.GetRequiredService<AppDb>().Database
            .SqlQuery<string>($"""SELECT "SealedAddress" AS "Value" FROM people_webhooks""").SingleAsync());

        stored.ShouldNotContain("secret");
        (await kari.OpenAsync("/fjordvik/deliveries")).Html.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_removed_room_takes_nothing_more()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        await using var slack = await WebhookReceiver.StartAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        await ConnectAsync(kari, slack.Address);
        await Eventually.ShouldHoldAsync(() => slack.Taken.Count.ShouldBe(1));
        var page = await kari.OpenAsync("/fjordvik/deliveries");
        var removal = page.Document.QuerySelector("form[action$='/removal']")!.GetAttribute("action")!;

        (await kari.SendAsync(page, removal)).Text.ShouldContain("Ingen rom i Teams eller Slack er koblet til ennå.");
        await TellAsync(world, null, "Alle");

        var left = await world.App.InAsync(world.Fjordvik.Organisation, services => services.GetRequiredService<AppDb>().Database
            .SqlQuery<int>($"""SELECT COUNT(*) AS "Value" FROM people_webhook_messages""").SingleAsync());
        left.ShouldBe(0);
    }

    private static async Task<Seen> ConnectAsync(Visitor visitor, string address, string kind = "Slack", string unit = "") =>
        await visitor.SendAsync(
            await visitor.OpenAsync("/fjordvik/deliveries"), "/fjordvik/deliveries/webhooks",
            ("kind", kind), ("name", "#vakt"), ("address", address), ("unit", unit));

    private static Task TellAsync(PeopleWorld world, UnitId? unit, string who) =>
        world.App.InAsync(world.Fjordvik.Organisation, async services =>
        {
            await services.GetRequiredService<Notify>().TellUnitAsync(
                unit, new Notice(NoticeKinds.AskedToAnswer, [who, "Fjordvik kommune"], "people"), CancellationToken.None);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });

    private static Task<Dictionary<string, UnitId>> UnitsAsync(PeopleWorld world) =>
        world.App.InAsync(world.Fjordvik.Organisation, async services =>
            (await services.GetRequiredService<OrganisationUnits>().AllAsync(CancellationToken.None)).ToDictionary(u => u.Name, u => u.Id));
}
