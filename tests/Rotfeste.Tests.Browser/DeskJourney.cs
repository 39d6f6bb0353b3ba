using Rotfeste.Host.Examples;
using Rotfeste.Tests.Browser.Browsing;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Browser;

/// <summary>Two at one conversation: they see each other, one answers and puts it off in the same step.</summary>
public sealed class DeskJourney(Browsing.Browser browser) : IClassFixture<Browsing.Browser>
{
    [Fact]
    public async Task Two_at_one_conversation_see_each_other_and_one_answers_and_puts_it_off()
    {
        await using var app = await TestApp.StartAsync(settings: s => s with { IsExample = true });
        await Example.PlantAsync(app.Services, CancellationToken.None);
        var kari = await Hand.SignInAsync(browser, app, Fjordvik.First, 1280);
        var jonas = await Hand.SignInAsync(browser, app, "jonas.eide@fjordvik.example", 390);
        await kari.Page.GotoAsync("/fjordvik/inbox");
        var address = (await kari.Page.GetAttributeAsync("a[data-row]", "href"))!;
        await kari.Page.GotoAsync(address);
        await jonas.Page.GotoAsync(address);
        await kari.Page.WaitForSelectorAsync("#here:has-text('Jonas Eide ser på nå')");
        await jonas.Page.WaitForSelectorAsync("#here:has-text('Kari Lunde ser på nå')");

        await kari.WriteAsync("#f-text", "Vi retter det i dag.");
        await jonas.Page.WaitForSelectorAsync("#here:has-text('Kari Lunde skriver svar nå')");
        await LookAsync(jonas, "journey-desk-390");
        await kari.TapAsync("#send-later summary");
        await LookAsync(kari, "journey-desk-1280");
        await jonas.TapAsync("#send-later summary");
        await LookAsync(jonas, "journey-desk-menu-390");
        await jonas.Page.GotoAsync("/fjordvik/inbox");
        await kari.Page.WaitForFunctionAsync("() => document.querySelector('#here').textContent.trim() === ''");

        await kari.TapAsync("#send-later button[value=week]");
        await kari.Page.WaitForSelectorAsync("article[data-ours]:has-text('Så utsatt til')");
        await LookAsync(kari, "journey-desk-sent-1280");
    }

    private static async Task LookAsync(Hand hand, string name)
    {
        await Screenshots.TakeAsync(hand.Page, name);
        (await Accessibility.FindAsync(hand.Page)).ShouldBeEmpty(name);
        (await Accessibility.OverflowAsync(hand.Page)).ShouldBe(0, name);
    }
}
