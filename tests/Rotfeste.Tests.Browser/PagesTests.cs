using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Rotfeste.Host.Examples;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Browser.Browsing;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Browser;

/// <summary>
/// Every page there is, by its endpoint: axe finds nothing, nothing overflows, and a picture is left of it on a phone and
/// a desk, in light and dark. A page that is neither visited here nor named as no page fails the test.
/// </summary>
public sealed class PagesTests(Browsing.Browser browser) : IClassFixture<Browsing.Browser>, IAsyncLifetime
{
    private static readonly (int Width, bool Dark)[] Looks = [(1280, false), (1280, true), (390, false), (390, true)];

    /// <summary>Parts of pages, files, streams and doors that lead on at once.</summary>
    private static readonly HashSet<string> NoPages =
    [
        "/", "/health/live", "/health/ready", "/{organisation}/live", "/{organisation}/rail", "/{organisation}/channels/list",
        "/{organisation}/for-you", "/{organisation}/inbox/rows", "/{organisation}/inbox/tabs", "/{organisation}/inbox/{id:guid}/thread", "/{organisation}/inbox/{id:guid}/knowers",
        "/{organisation}/mentions/list", "/{organisation}/mentions/now", "/{organisation}/mentions/volume.csv",
        "/{organisation}/mentions/overview.csv", "/{organisation}/insight/response-times.csv",
        "/{organisation}/pictures/{signature}/{encoded}", "/{organisation}/notices/{id:guid}", "/{organisation}/notices/list",
        "/{organisation}/calendar/{code}.ics", "/{organisation}/sources/list", "/{organisation}/app.webmanifest",
        "/{organisation}/initiatives/{id:guid}/pitch.docx",
        "/api/v1/openapi.json", "/api/v1/{organisation}/conversations", "/api/v1/{organisation}/conversations/{id:guid}", "/api/v1/{organisation}/labels",
        "/api/v1/{organisation}/colleagues", "/api/v1/{organisation}/reports/response-times",
        // Seen in LookJourney: the example has no draft that somebody is asked to look at.
        "/{organisation}/looks/{id:guid}",
        "/{organisation}/answers/sitemap.xml", "/{organisation}/archive/exports", "/{organisation}/channels/mastodon/return", "/{organisation}/conversations/{id:guid}/pictures/{picture:guid}",
    ];

    /// <summary>Pages that are seen while nobody is signed in, or on another day than the example's.</summary>
    private static readonly Dictionary<string, string> Open = new(StringComparer.Ordinal)
    {
        ["/sign-in"] = "/sign-in",
        ["/sign-in/link/{code}"] = "/sign-in/link/unknown",
        ["/password/forgotten"] = "/password/forgotten",
        ["/password/reset/{code}"] = "/password/reset/unknown",
        ["/{organisation}/invitations/{code}"] = "/fjordvik/invitations/unknown",
        ["/error/{code:int}"] = "/error/404",
        ["/api/v1"] = "/api/v1",
        ["/{organisation}/answers"] = "/fjordvik/answers",
        ["/{organisation}/answers/{slug}"] = "/fjordvik/answers/hva-gjor-jeg-nar-vannet-blir-borte",
    };

    /// <summary>Pages that the accountable leader alone is let in to, or that lie on the leader's table.</summary>
    private static readonly HashSet<string> OfLeader = ["/{organisation}/initiatives/{id:guid}/waiver", "/{organisation}/urgent-posts/{id:guid}"];

    private TestApp app = null!;

    private string agreement = "";

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(settings: s => s with { IsExample = true });
        await Example.PlantAsync(app.Services, CancellationToken.None);
        agreement = await PlantedAgreement.PlantAsync(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Every_page_is_sound_on_phone_and_desk_in_light_and_dark()
    {
        var found = new List<string>();
        var page = await browser.OpenAsync(app.Address);
        foreach (var (route, address) in Open)
            await LookAsync(page, route, address, found);
        await page.GotoAsync("/sign-in");
        await page.ClickAsync($"button[value='{Fjordvik.First}']");
        foreach (var route in Routes().Where(r => !NoPages.Contains(r) && !OfLeader.Contains(r) && !Open.ContainsKey(r) && r != "/setup"))
            await LookAsync(page, route, await AddressOfAsync(page, route), found);

        var leaders = await browser.OpenAsync(app.Address);
        await leaders.GotoAsync("/sign-in");
        await leaders.ClickAsync("button[value='tor.egil.aas@fjordvik.example']");
        foreach (var route in OfLeader)
        {
            await LookAsync(leaders, route, await AddressOfAsync(leaders, route), found);
            (await leaders.Locator("main form textarea").CountAsync()).ShouldBe(1, $"{route} lets the leader write");
        }

        found.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_not_delivered_is_sound_when_there_is_some()
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<AppDb>().Database.ExecuteSqlRawAsync(
                """
                INSERT INTO platform_held_facts ("Handler", "Fact", "Organisation", "Tries", "RetryAt", "ParkedAt", "LastError")
                SELECT 'Rotfeste.Dialogue.Conversations.OnPostAddressedUs', "Id", "Organisation", 5, "At", "At", 'InvalidOperationException'
                FROM platform_facts ORDER BY "Id" DESC LIMIT 3;
                INSERT INTO platform_held_facts ("Handler", "Fact", "Organisation", "Tries", "RetryAt", "ParkedAt", "LastError")
                SELECT 'Rotfeste.Listening.Posts.OnPostErased', "Id", "Organisation", 5, "At", "At", 'DbUpdateConcurrencyException'
                FROM platform_facts ORDER BY "Id" LIMIT 1
                """);
        }

        var found = new List<string>();
        var page = await browser.OpenAsync(app.Address);
        await page.GotoAsync("/sign-in");
        await page.ClickAsync($"button[value='{Fjordvik.First}']");
        await LookAsync(page, "/organisation/settings/some", "/fjordvik/settings", found);
        await LookAsync(page, "/organisation/settings/undelivered/some", "/fjordvik/settings/undelivered", found);
        (await page.Locator("main form").CountAsync()).ShouldBe(2);
        found.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_set_up_page_is_sound_and_asks_for_the_zone_where_the_country_does_not_tell_it()
    {
        await using var empty = await TestApp.StartAsync();
        var found = new List<string>();
        var page = await browser.OpenAsync(empty.Address);
        await LookAsync(page, "/setup", "/setup", found);
        (await page.Locator("[name=zone]").IsVisibleAsync()).ShouldBeFalse();
        await page.SelectOptionAsync("[name=country]", "Other");
        (await page.Locator("[name=zone]").IsVisibleAsync()).ShouldBeTrue();
        await LookAtAsync(page, "setup-elsewhere", found);
        found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nn-NO", "nn")]
    [InlineData("da-DK", "da")]
    [InlineData("en-GB", "en")]
    public async Task The_inbox_speaks_the_language_of_the_browser_and_leaves_a_picture(string locale, string language)
    {
        var page = await browser.OpenAsync(app.Address, language: locale);
        await page.GotoAsync("/sign-in");
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
        await Screenshots.TakeAsync(page, $"sign-in-{language}");
    }

    private static async Task LookAsync(IPage page, string route, string address, List<string> found)
    {
        await Browsing.Browser.ShowAsync(page, Looks[0].Width, Looks[0].Dark);
        await page.GotoAsync(address);
        await LookAtAsync(page, Name(route), found);
    }

    // The page is loaded once and then looked at as phone and desk: the widths and themes are its style sheet's alone.
    private static async Task LookAtAsync(IPage page, string name, List<string> found)
    {
        foreach (var (width, dark) in Looks)
        {
            await Browsing.Browser.ShowAsync(page, width, dark);
            var look = $"{name}-{width}-{(dark ? "dark" : "light")}";
            await Screenshots.TakeAsync(page, look);
            found.AddRange((await Accessibility.FindAsync(page, coloursAlone: dark)).Select(v => $"{look}: {v}"));
            if (await Accessibility.OverflowAsync(page) is > 0 and var pixels)
                found.Add($"{look}: {pixels} pixels too wide");
        }
    }

    private static string Name(string route) =>
        string.Join('-', route.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Trim('{', '}').Split(':')[0])) is { Length: > 0 } name
            ? name
            : "front";

    private IEnumerable<string> Routes() => app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints)
        .OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
        .Where(r => !r.StartsWith("/dist/", StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal);

    // An address with an id is found where a person finds it: behind a link on the page that lists such things.
    private async Task<string> AddressOfAsync(IPage page, string route)
    {
        if (route.StartsWith("/{organisation}/agreements/{id:guid}", StringComparison.Ordinal))
            return route.EndsWith("{to:int}", StringComparison.Ordinal) ? $"{agreement}/versions/1/2" : agreement;

        var address = route.Replace("{organisation}", "fjordvik", StringComparison.Ordinal);
        var place = address.IndexOf('{', StringComparison.Ordinal);
        if (place < 0)
            return address;

        var list = address[..place].TrimEnd('/');
        await page.GotoAsync(list.EndsWith("/urgent-posts", StringComparison.Ordinal) ? "/fjordvik/table" : list);
        var links = await page.Locator($"a[href^='{list}/']").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        var thing = links.FirstOrDefault(l => Guid.TryParse(l[(list.Length + 1)..].Split('?')[0], out _))
            ?? throw new InvalidOperationException($"{list} links to nothing that {route} shows.");
        return thing.Split('?')[0] + address[(address.IndexOf('}', place) + 1)..];
    }
}
