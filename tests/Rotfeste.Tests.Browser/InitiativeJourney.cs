using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Host.Examples;
using Rotfeste.People;
using Rotfeste.Tests.Browser.Browsing;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Browser;

/// <summary>Three people and one idea, from the first word to the start, with every tap and text field counted.</summary>
public sealed class InitiativeJourney(Browsing.Browser browser) : IClassFixture<Browsing.Browser>
{
    private const string Tor = "tor.egil.aas@fjordvik.example";
    private const string Jonas = "jonas.eide@fjordvik.example";

    [Theory]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    public async Task Three_people_go_from_an_idea_to_ready_with_few_taps_or_with_keys_alone(int width, bool hasKeysAlone)
    {
        await using var app = await TestApp.StartAsync(settings: s => s with { IsExample = true });
        await using (var scope = app.Services.CreateAsyncScope())
            await PeopleRoom.PlantExampleAsync(scope.ServiceProvider, Fjordvik.At(SystemClock.Instance.GetCurrentInstant()), CancellationToken.None);

        var kari = await Hand.SignInAsync(browser, app, Fjordvik.First, width, hasKeysAlone);
        await PutUpAndPublishAsync(kari);
        var tor = await AnswerAsync(await Hand.SignInAsync(browser, app, Tor, width, hasKeysAlone));
        var jonas = await AnswerAsync(await Hand.SignInAsync(browser, app, Jonas, width, hasKeysAlone));
        await StartAsync(kari);

        TestContext.Current.TestOutputHelper!.WriteLine($"Steps: Kari {kari}, Tor Egil {tor}, Jonas {jonas}.");
        kari.Taps.ShouldBeLessThanOrEqualTo(25);
        kari.Fields.ShouldBeLessThanOrEqualTo(3);
        tor.Taps.ShouldBeLessThanOrEqualTo(6);
        jonas.Taps.ShouldBeLessThanOrEqualTo(6);
        (tor.Fields, jonas.Fields).ShouldBe((1, 1));
    }

    private static async Task PutUpAndPublishAsync(Hand kari)
    {
        await kari.TapAsync("a[href='/fjordvik/initiatives']:visible");
        await kari.TapAsync("main a[href='/fjordvik/ideas']");
        await kari.WriteAsync("[name=text]", "Svare der folk spør. Da slipper de å ringe.");
        await kari.TapAsync("form[action='/fjordvik/ideas'] button");
        await kari.TapAsync("a[href*='/initiatives/new?idea=']");
        await kari.ChooseAsync("[name=leader]", "Tor Egil Aas");
        await kari.TapAsync("form[action='/fjordvik/initiatives'] button");
        await kari.WriteAsync("[name=doing]", "Jonas, to timer i uka, ved siden av telefonen.");
        await kari.WriteAsync("[name=fit]", "Slik vi svarer i telefonen.");
        await kari.TapAsync("button[value=publish]");
        await kari.ChooseAsync("[name=who]", "Jonas Eide");
        await kari.TapAsync("form[action$='/people'] button");
        await Screenshots.TakeAsync(kari.Page, "journey-publication");
        await kari.TapAsync("form[action$='/versions'] button");
        await kari.Page.WaitForURLAsync("**?told=published");
    }

    private static async Task<Hand> AnswerAsync(Hand hand)
    {
        await hand.TapAsync("a[href='/fjordvik/initiatives']:visible");
        await hand.TapAsync("a[href$='/answer']");
        await hand.WriteAsync("[name=sentence]", "Folk får svar uten å ringe.");
        await hand.TapAsync("form[action$='/sentences'] button >> nth=0");
        await hand.TapAsync("form[action$='/answers'] >> nth=0 >> label[for='f-stand']");
        await Screenshots.TakeAsync(hand.Page, "journey-answer");
        await hand.TapAsync("form[action$='/answers'] >> nth=0 >> button");
        return hand;
    }

    private static async Task StartAsync(Hand kari)
    {
        await kari.TapAsync("a[href='/fjordvik/initiatives']:visible");
        await kari.TapAsync("main li a >> nth=0");
        await Screenshots.TakeAsync(kari.Page, "journey-ready");
        await kari.TapAsync("form[action$='/passing'] button");
        await kari.Page.WaitForURLAsync("**?told=passed");
        (await Accessibility.FindAsync(kari.Page)).ShouldBeEmpty();
    }
}
