using System.Net.Http.Headers;
using AngleSharp.Html.Parser;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.People;

namespace Rotfeste.Tests.Platform.Web;

public sealed class HeadersTests
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/fjordvik/people")]
    [InlineData("/nothing/here")]
    [InlineData("/health/live")]
    public async Task Every_answer_forbids_what_is_written_into_the_page_and_what_comes_from_elsewhere(string address)
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);

        using var answer = await kari.Http.GetAsync(address);

        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldStartWith("default-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue("what a signed-in person sees is kept by nobody");
    }

    [Fact]
    public async Task Behind_https_every_cookie_is_secure_and_out_of_reach_for_scripts()
    {
        await using var world = await SecureWorldAsync();
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = world.Address };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var page = await http.GetAsync("/sign-in");
        var token = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync())
            .QuerySelector("form[action='/sign-in/example'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var antiforgery = page.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();

        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in/example");
        request.Headers.Add("Cookie", antiforgery.Split(';')[0]);
        request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("example", Rotfeste.Host.Examples.Fjordvik.First)]);
        using var signedIn = await http.SendAsync(request);

        var cookies = signedIn.Headers.GetValues("Set-Cookie").Prepend(antiforgery).ToList();
        cookies.ShouldContain(c => c.StartsWith("rf-session=", StringComparison.Ordinal));
        cookies.ShouldAllBe(c => c.Contains("; secure", StringComparison.OrdinalIgnoreCase) && c.Contains("; httponly", StringComparison.OrdinalIgnoreCase)
            && c.Contains("; samesite=", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<TestApp> SecureWorldAsync()
    {
        var app = await TestApp.StartAsync(settings: s => s with
        {
            Address = new Uri("https://rotfeste.example"),
            Proxies = ["127.0.0.1"],
            IsExample = true,
        });
        await Rotfeste.Host.Examples.Example.PlantAsync(app.Services, default);
        return app;
    }
}
