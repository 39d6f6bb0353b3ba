using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Rotfeste.Tests.Browser.Browsing;

/// <summary>What axe finds on a page, as lines that say what and where; empty when all is well.</summary>
public static class Accessibility
{
    // The library's own run opens a page for each; ours have no frames whose results would have to be gathered there.
    private const string Run = """
        async colours => (await axe.run(document, { resultTypes: ['violations'], ...(colours ? { runOnly: ['color-contrast'] } : {}) })).violations
            .flatMap(v => v.nodes.map(n => `${v.id}: ${v.help} at ${n.target} ${n.html}`))
        """;

    private static readonly Lazy<string> Axe = new(() =>
    {
        using var script = new StreamReader(typeof(AxeResult).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!);
        return $"() => {{ {script.ReadToEnd()} }}";
    });

    /// <param name="page">As it is shown.</param>
    /// <param name="coloursAlone">All else was looked at in another theme.</param>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page, bool coloursAlone = false)
    {
        page.Frames.Count.ShouldBe(1);
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Axe.Value);
        return await page.EvaluateAsync<string[]>(Run, coloursAlone);
    }

    /// <summary>How many pixels the page is wider than the window.</summary>
    public static Task<int> OverflowAsync(IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
