using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Rotfeste.Tests.Browser.Browsing;

/// <summary>What axe finds on a page, as lines that say what and where; empty when all is well.</summary>
public static class Accessibility
{
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page) =>
    [
        .. (await page.RunAxe()).Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help} at {n.Target} {n.Html}")),
    ];

    /// <summary>How many pixels the page is wider than the window.</summary>
    public static Task<int> OverflowAsync(IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
