using System.Net;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Platform.Ui;

public sealed class ChoosingLookTests
{
    private const string AnyPage = "/error/404";

    [Fact]
    public async Task A_browser_that_asks_for_english_reads_english()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();

        var page = await visitor.OpenAsync(AnyPage);

        page.Document.DocumentElement.GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public async Task The_language_a_person_chooses_goes_before_the_browsers()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var page = await visitor.OpenAsync(AnyPage);

        await visitor.SendAsync(page, "/language", ("language", "da"), ("return", AnyPage));

        var after = await visitor.OpenAsync(AnyPage);
        after.Document.DocumentElement.GetAttribute("lang").ShouldBe("da");
        after.Text.ShouldContain("Adressen kan være forkert");
        after.Html.ShouldContain("være");
    }

    [Theory]
    [InlineData("/language", "language", "sv")]
    [InlineData("/theme", "theme", "pink")]
    public async Task A_choice_that_is_not_offered_is_refused(string address, string field, string value)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var token = await TokenAsync(visitor);

        var answer = await visitor.PostAsync(address, token, (field, value));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_chosen_theme_stays()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();

        await visitor.PostAsync("/theme", await TokenAsync(visitor), ("theme", "dark"), ("return", AnyPage));

        (await visitor.OpenAsync(AnyPage)).Document.DocumentElement.GetAttribute("data-color-scheme").ShouldBe("dark");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    public async Task A_choice_never_leads_to_somebody_elses_page(string back)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var token = await TokenAsync(visitor);
        using var form = new FormUrlEncodedContent([new(token.Name, token.Value), new("language", "nb"), new("return", back)]);

        var answer = await visitor.Http.PostAsync("/language", form);

        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task A_choice_without_the_pages_token_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();

        var answer = await visitor.PostAsync("/language", ("language", "da"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_style_sheet_has_a_fingerprint_and_may_be_kept_for_good()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var page = await visitor.OpenAsync(AnyPage);
        var address = page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        var style = await visitor.Http.GetAsync(address);

        address.ShouldMatch(@"^/dist/app\.[a-z0-9]+\.css$");
        style.StatusCode.ShouldBe(HttpStatusCode.OK);
        style.Headers.CacheControl!.ToString().ShouldContain("immutable");
    }

    private static async Task<(string Name, string Value)> TokenAsync(Visitor visitor)
    {
        var page = await visitor.OpenAsync(AnyPage);
        return ("__RequestVerificationToken", page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }
}
