using System.Diagnostics;
using Rotfeste.Host.Examples;
using Rotfeste.Tests.Browser.Browsing;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Browser;

/// <summary>Those who answer seldom, and what is answered elsewhere: on a phone, with every tap counted.</summary>
public sealed class KnowsJourney(Browsing.Browser browser) : IClassFixture<Browsing.Browser>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_answers_once_a_month_comes_from_the_alert_to_a_sent_answer_in_five_taps(bool hasKeysAlone)
    {
        await using var app = await StartAsync();
        var kari = await Hand.SignInAsync(browser, app, Fjordvik.First, hasKeysAlone: hasKeysAlone);
        await kari.Page.GotoAsync("/fjordvik/asks");
        var alert = await kari.Page.GetAttributeAsync("main li a", "href");
        var clock = Stopwatch.StartNew();

        // The link in the mail is the first tap; the field is the second.
        await kari.Page.GotoAsync(alert!);
        await Screenshots.TakeAsync(kari.Page, "journey-ask");
        (await Accessibility.FindAsync(kari.Page)).ShouldBeEmpty();
        await kari.WriteAsync("#f-text", "Vi holder åpent til klokka fire hele uka. Bare kom innom.");
        await kari.TapAsync("button[data-sends]");
        await kari.Page.WaitForSelectorAsync("article[data-ours] [data-state=queued]");

        (1 + kari.Fields + kari.Taps).ShouldBeLessThanOrEqualTo(5);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
        await Screenshots.TakeAsync(kari.Page, "journey-ask-sent");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task What_was_said_in_a_closed_group_is_answered_there(int width)
    {
        await using var app = await StartAsync();
        var kari = await Hand.SignInAsync(browser, app, Fjordvik.First, width);

        // Shared from the phone, or by the bookmark: a page shows what can be done with it.
        await kari.Page.GotoAsync("/fjordvik/tips?title=Nabogruppa&url=https%3A%2F%2Fgrupper.example%2Fp%2F7");
        await LookAsync(kari, $"journey-hand-shared-{width}");
        await kari.TapAsync("main a[href*='/inbox/by-hand?url=']");
        await kari.Page.WaitForSelectorAsync("#f-link[value='https://grupper.example/p/7']");
        await LookAsync(kari, $"journey-hand-carry-{width}");
        await kari.WriteAsync("[name=text]", "Hvem retter benken i parken ved brua? Den har vært ødelagt siden brøytinga i fjor.");
        await kari.WriteAsync("[name=place]", "Nabogruppa");
        await kari.WriteAsync("[name=name]", "Solveig");
        await kari.TapAsync("button[name=take]");
        await kari.Page.WaitForSelectorAsync("form[action$='/ready-text']");
        await LookAsync(kari, $"journey-hand-write-{width}");
        await kari.TapAsync("#knows summary");
        await LookAsync(kari, $"journey-hand-knows-{width}");
        await kari.WriteAsync("#f-text", "Parkfolkene retter den på torsdag.");
        await kari.TapAsync("form[action$='/ready-text'] button[type=submit]");
        await kari.Page.WaitForSelectorAsync("#f-ready");
        await LookAsync(kari, $"journey-hand-ready-{width}");
        await kari.WriteAsync("[name=link]", "https://grupper.example/p/7#svar");
        await kari.TapAsync("form[action$='/hand-answers'] button[type=submit]");
        await kari.Page.WaitForSelectorAsync("article[data-ours] a[href='https://grupper.example/p/7#svar']");
        await LookAsync(kari, $"journey-hand-answered-{width}");
    }

    private static async Task LookAsync(Hand hand, string name)
    {
        await Screenshots.TakeAsync(hand.Page, name);
        (await Accessibility.FindAsync(hand.Page)).ShouldBeEmpty(name);
        (await Accessibility.OverflowAsync(hand.Page)).ShouldBe(0, name);
    }

    private static async Task<TestApp> StartAsync()
    {
        var app = await TestApp.StartAsync(settings: s => s with { IsExample = true });
        await Example.PlantAsync(app.Services, CancellationToken.None);
        return app;
    }
}
