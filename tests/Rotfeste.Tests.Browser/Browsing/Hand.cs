using Microsoft.Playwright;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Browser.Browsing;

/// <summary>A person at a browser, on a phone unless told otherwise, whose taps and text fields are counted.</summary>
public sealed class Hand(IPage page)
{
    public IPage Page => page;

    public int Taps { get; private set; }

    public int Fields { get; private set; }

    public static async Task<Hand> SignInAsync(Browser browser, TestApp app, string email, int width = 390)
    {
        var page = await browser.OpenAsync(app.Address, width);
        await page.GotoAsync("/sign-in");

        // The demo shows a few doors; whoever has none comes in through the first one.
        await page.EvaluateAsync("email => { document.querySelector('button[name=example]').value = email; }", email);
        await page.ClickAsync($"button[value='{email}']");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return new Hand(page);
    }

    public async Task TapAsync(string what)
    {
        Taps++;
        await page.Locator(what).First.ClickAsync();
    }

    public async Task WriteAsync(string field, string text)
    {
        Fields++;
        await page.Locator(field).First.FillAsync(text);
    }

    /// <summary>Opens a list and chooses in it.</summary>
    public async Task ChooseAsync(string list, string name)
    {
        Taps += 2;
        var value = await page.Locator($"{list} option", new PageLocatorOptions { HasTextString = name }).First.GetAttributeAsync("value");
        await page.Locator(list).SelectOptionAsync(value!);
    }

    /// <summary>All the words of an element, on one line.</summary>
    public async Task<string> ReadAsync(string what) => string.Join(' ', (await page.Locator(what).First.InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public override string ToString() => $"{Taps} taps and {Fields} text fields";
}
