using Rotfeste.Host.Examples;
using Rotfeste.Tests.Browser.Browsing;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Browser;

/// <summary>A colleague looks at a draft, from the request to the words that are taken over.</summary>
public sealed class LookJourney(Browsing.Browser browser) : IClassFixture<Browsing.Browser>
{
    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_draft_is_looked_at_and_the_words_are_taken_over_with_one_press(int width)
    {
        await using var app = await TestApp.StartAsync(settings: s => s with { IsExample = true });
        await Example.PlantAsync(app.Services, CancellationToken.None);
        var kari = await Hand.SignInAsync(browser, app, Fjordvik.First, width);
        var jonas = await Hand.SignInAsync(browser, app, "jonas.eide@fjordvik.example", width);

        await kari.Page.GotoAsync("/fjordvik/inbox");
        await kari.Page.GotoAsync((await kari.Page.GetAttributeAsync("a[href^='/fjordvik/inbox/0']", "href"))!);
        await kari.WriteAsync("#f-text", "Vi retter det i dag.");
        await kari.TapAsync("button[formaction$='/look-draft']");
        await kari.Page.WaitForSelectorAsync("select[name=reader]");
        (await kari.Page.InputValueAsync("textarea[name=text]")).ShouldBe("Vi retter det i dag.");
        await kari.Page.SelectOptionAsync("select[name=reader]", (await kari.Page.GetAttributeAsync("select[name=reader] option:has-text('Jonas')", "value"))!);
        await LookAsync(kari, $"journey-look-ask-{width}");
        await kari.TapAsync("form[action$='/looks'] button");
        await kari.Page.WaitForSelectorAsync("#composer .rf-note");
        await LookAsync(kari, $"journey-look-asked-{width}");

        await jonas.Page.GotoAsync("/fjordvik/notices");
        await jonas.Page.ClickAsync("main a:has-text('ber deg se på et svar')");
        await jonas.Page.WaitForSelectorAsync("form[action$='/words']");
        await LookAsync(jonas, $"journey-look-read-{width}");
        await jonas.Page.ClickAsync("form[action$='/words'] summary");
        await jonas.Page.FillAsync("textarea[name=text]", "Vi retter det i dag, og sier fra her når det er gjort.");
        await jonas.Page.ClickAsync("button[value=Said]");
        await jonas.Page.WaitForSelectorAsync(".rf-told");

        await kari.Page.ReloadAsync();
        await LookAsync(kari, $"journey-look-said-{width}");
        await kari.TapAsync("button[formaction$='/look-words']");
        await kari.Page.WaitForFunctionAsync("() => document.querySelector('#f-text')?.value.endsWith('når det er gjort.')");
    }

    private static async Task LookAsync(Hand hand, string name)
    {
        await Screenshots.TakeAsync(hand.Page, name);
        (await Accessibility.FindAsync(hand.Page)).ShouldBeEmpty(name);
        (await Accessibility.OverflowAsync(hand.Page)).ShouldBe(0, name);
    }
}
