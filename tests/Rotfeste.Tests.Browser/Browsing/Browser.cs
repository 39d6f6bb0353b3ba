using Microsoft.Playwright;

namespace Rotfeste.Tests.Browser.Browsing;

/// <summary>One Chromium for all journeys; each journey gets a context of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("ROTFESTE_CHROMIUM") ?? "/usr/bin/chromium",
            Args = Flags,
        });
    }

    /// <summary>A fresh browser: nobody signed in, Norwegian Bokmål unless told otherwise.</summary>
    public async Task<IPage> OpenAsync(Uri address, int width = 1280, bool dark = false, string language = "nb-NO", bool script = true)
    {
        var context = await chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            Locale = language,
            TimezoneId = "Europe/Oslo",
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 844 : 860 },
            HasTouch = width < 600,
            JavaScriptEnabled = script,
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
            await chromium.DisposeAsync();
        playwright?.Dispose();
    }
}
