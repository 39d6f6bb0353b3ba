using Microsoft.Playwright;
using Rotfeste.Host.Examples;
using Rotfeste.Tests.Browser.Browsing;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Browser;

/// <summary>Single keys, for those who work in the inbox all day: they reach what one does, are silent while one writes, and can be switched off.</summary>
public sealed class KeysTests(Browsing.Browser browser) : IClassFixture<Browsing.Browser>
{
    [Fact]
    public async Task A_conversation_is_opened_noted_on_and_taken_without_a_pointer_and_the_keys_can_be_switched_off()
    {
        await using var app = await TestApp.StartAsync(settings: s => s with { IsExample = true });
        await Example.PlantAsync(app.Services, CancellationToken.None);
        var page = (await Hand.SignInAsync(browser, app, Fjordvik.First, 1280)).Page;
        await page.GotoAsync("/fjordvik/inbox?view=free");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#note");

        await page.Keyboard.PressAsync("m");
        await page.Keyboard.TypeAsync("cjs er bare bokstaver her");
        (await page.InputValueAsync("#note textarea")).ShouldBe("cjs er bare bokstaver her");
        (await IsOpenAsync(page, "#close-wide")).ShouldBeFalse();
        await page.Keyboard.PressAsync("Escape");
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("c");
        (await IsOpenAsync(page, "#close-wide")).ShouldBeTrue();

        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("?");
        await page.WaitForSelectorAsync("#keys[open]");
        (await Accessibility.FindAsync(page)).ShouldBeEmpty();
        await Screenshots.TakeAsync(page, "keys");
        await page.UncheckAsync("[data-keys-on]");
        await page.Keyboard.PressAsync("Escape");
        await page.ReloadAsync();
        await page.Keyboard.PressAsync("s");
        (await IsOpenAsync(page, "#snooze")).ShouldBeFalse();
    }

    private static Task<bool> IsOpenAsync(IPage page, string what) => page.EvaluateAsync<bool>("what => document.querySelector(what).open", what);
}
