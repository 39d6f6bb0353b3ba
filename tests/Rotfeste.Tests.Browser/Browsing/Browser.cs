using Microsoft.Playwright;

namespace Rotfeste.Tests.Browser.Browsing;

/// <summary>One Chromium for all journeys; each journey gets a context of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const int Phone = 600;

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
            ViewportSize = SizeOf(width),
            HasTouch = width < Phone,
            JavaScriptEnabled = script,
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    /// <summary>Shows an open page at another width and in another theme, as a fresh one would be.</summary>
    public static async Task ShowAsync(IPage page, int width, bool dark)
    {
        var size = SizeOf(width);
        if (page.ViewportSize is not { } now || now.Width != size.Width)
        {
            var session = await page.Context.NewCDPSessionAsync(page);
            await session.SendAsync("Emulation.setTouchEmulationEnabled", new Dictionary<string, object> { ["enabled"] = width < Phone, ["maxTouchPoints"] = 1 });
            await session.DetachAsync();
            await page.SetViewportSizeAsync(size.Width, size.Height);
        }

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
    }

    private static ViewportSize SizeOf(int width) => new() { Width = width, Height = width < Phone ? 844 : 860 };

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
            await chromium.DisposeAsync();
        playwright?.Dispose();
    }
}
