using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.Tests.Platform.Ui;

public sealed class RequestLanguageTests
{
    [Theory]
    [InlineData("no", "nb-NO")]
    [InlineData("no-NO,en;q=0.5", "nb-NO")]
    [InlineData("de,en;q=0.3,da;q=0.8", "da-DK")]
    [InlineData("nn-NO", "nn-NO")]
    [InlineData("NB", "nb-NO")]
    public async Task The_browsers_first_language_that_we_have_is_taken(string wishes, string culture) =>
        (await ChosenAsync(browser: wishes)).ShouldBe(culture);

    [Fact]
    public async Task The_persons_choice_goes_before_the_browsers() =>
        (await ChosenAsync(cookie: "nn", browser: "en")).ShouldBe("nn-NO");

    [Fact]
    public async Task A_browser_that_speaks_nothing_of_ours_gets_the_organisations_language() =>
        (await ChosenAsync(browser: "fr,de", organisation: "da")).ShouldBe("da-DK");

    [Theory]
    [InlineData("xx", null)]
    [InlineData("../../etc", ";;;,,q=2")]
    [InlineData("", "*")]
    public async Task Nonsense_chooses_nothing(string cookie, string? wishes) =>
        (await ChosenAsync(cookie, wishes)).ShouldBeNull();

    private static async Task<string?> ChosenAsync(string? cookie = null, string? browser = null, string? organisation = null)
    {
        var services = new ServiceCollection();
        if (organisation is not null)
            services.AddSingleton<IOrganisationLanguage>(new Fixed(organisation));
        var http = new DefaultHttpContext { RequestServices = services.BuildServiceProvider() };
        if (cookie is not null)
            http.Request.Headers.Cookie = $"rf-lang={cookie}";
        if (browser is not null)
            http.Request.Headers.AcceptLanguage = browser;
        var result = await new RequestLanguage().DetermineProviderCultureResult(http);
        return result?.UICultures[0].Value;
    }

    private sealed class Fixed(string code) : IOrganisationLanguage
    {
        public ValueTask<string?> Of(HttpContext context) => ValueTask.FromResult<string?>(code);
    }
}
