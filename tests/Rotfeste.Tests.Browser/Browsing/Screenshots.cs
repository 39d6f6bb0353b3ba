using Microsoft.Playwright;

namespace Rotfeste.Tests.Browser.Browsing;

/// <summary>One picture a page, width and theme, left in the output for a person to look at.</summary>
public static class Screenshots
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("ROTFESTE_SCREENSHOTS") ?? Path.Combine(AppContext.BaseDirectory, "screenshots");

    public static Task TakeAsync(IPage page, string name) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(Folder, $"{name}.png"),
        FullPage = true,
        Animations = ScreenshotAnimations.Disabled,
    });
}
