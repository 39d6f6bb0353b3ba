using Microsoft.Playwright;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Browser.Browsing;

/// <summary>
/// A person at a browser, on a phone unless told otherwise, whose taps and text fields are counted; or one who has nothing but a
/// keyboard, and gets to everything with the tab key.
/// </summary>
public sealed class Hand(IPage page, bool hasKeysAlone = false)
{
    private const int MostTabs = 150;

    public IPage Page => page;

    public int Taps { get; private set; }

    public int Fields { get; private set; }

    public static async Task<Hand> SignInAsync(Browser browser, TestApp app, string email, int width = 390, bool hasKeysAlone = false)
    {
        var page = await browser.OpenAsync(app.Address, width);
        await page.GotoAsync("/sign-in");

        // The demo shows a few doors; whoever has none comes in through the first one.
        await page.EvaluateAsync("email => { document.querySelector('button[name=example]').value = email; }", email);
        await page.ClickAsync($"button[value='{email}']");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return new Hand(page, hasKeysAlone);
    }

    public async Task TapAsync(string what)
    {
        Taps++;
        if (!hasKeysAlone)
            await page.Locator(what).First.ClickAsync();
        else
            await page.Keyboard.PressAsync(await ReachAsync(what) is "radio" or "checkbox" ? "Space" : "Enter");
    }

    public async Task WriteAsync(string field, string text)
    {
        Fields++;
        if (!hasKeysAlone)
        {
            await page.Locator(field).First.FillAsync(text);
            return;
        }

        await ReachAsync(field);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Opens a list and chooses in it.</summary>
    public async Task ChooseAsync(string list, string name)
    {
        Taps += 2;
        if (hasKeysAlone)
        {
            await ReachAsync(list);
            await page.Keyboard.TypeAsync(name.Split(' ')[0]);
            return;
        }

        var value = await page.Locator($"{list} option", new PageLocatorOptions { HasTextString = name }).First.GetAttributeAsync("value");
        await page.Locator(list).SelectOptionAsync(value!);
    }

    /// <summary>All the words of an element, on one line.</summary>
    public async Task<string> ReadAsync(string what) => string.Join(' ', (await page.Locator(what).First.InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // From wherever the focus is, as a person would; a label is reached by what it belongs to. Gives the control's type.
    private async Task<string> ReachAsync(string what)
    {
        var wanted = await page.Locator(what).First.EvaluateHandleAsync("e => e.control ?? e");
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await page.EvaluateAsync<bool>("e => document.activeElement === e", wanted))
            {
                (await page.EvaluateAsync<bool>("e => e.matches(':focus-visible')", wanted)).ShouldBeTrue($"{what} shows that it has the focus");
                return await page.EvaluateAsync<string>("e => e.type ?? ''", wanted);
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"The tab key does not get to {what}.");
    }

    public override string ToString() => $"{Taps} taps and {Fields} text fields";
}
