using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Rotfeste.People;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Browser.Browsing;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Browser;

/// <summary>A newcomer sets up the organisation, with nothing but what stands on the screen.</summary>
public sealed class FirstDay(Browsing.Browser browser) : IClassFixture<Browsing.Browser>
{
    [Fact]
    public async Task A_newcomer_sets_up_and_stands_in_the_inbox()
    {
        await using var app = await TestApp.StartAsync();
        var page = await browser.OpenAsync(app.Address);

        await SetUpAsync(app, page);

        page.Url.ShouldEndWith("/inbox");
        (await page.Locator("h1").First.InnerTextAsync()).ShouldNotBeEmpty();
        await Screenshots.TakeAsync(page, "first-day-1280");
        (await Accessibility.FindAsync(page)).ShouldBeEmpty();
    }

    internal static async Task SetUpAsync(TestApp app, IPage page)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        var code = await PeopleRoom.NewSetupCodeAsync(scope.ServiceProvider, CancellationToken.None);

        await page.GotoAsync("/");
        await page.Locator("[name=code]").FillAsync(code!);
        await page.Locator("[name=organisation]").FillAsync("Fjordvik kommune");
        await page.Locator("[name=name]").FillAsync("Kari Lunde");
        await page.Locator("[name=email]").FillAsync("kari.lunde@fjordvik.example");
        await page.Locator("[name=password]").FillAsync("brygge under månen 27");
        await page.Locator("form[action='/setup'] button.ds-button").First.ClickAsync();
        await page.WaitForURLAsync("**/inbox");
    }
}
