using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Rotfeste.People;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Browser;

/// <summary>A passkey from the first page on, with an authenticator that the browser makes up.</summary>
public sealed class PasskeyTests(Browsing.Browser browser) : IClassFixture<Browsing.Browser>
{
    [Fact]
    public async Task One_sets_up_with_a_passkey_and_comes_in_again_with_it_and_no_password()
    {
        // A passkey belongs to one address, so the server must know its own.
        var port = FreePort();
        var address = new Uri($"http://localhost:{port}");
        await using var app = await TestApp.StartAsync(settings: s => s with { Address = address }, port: port);
        var page = await browser.OpenAsync(address);
        await AddAuthenticatorAsync(page);

        await page.GotoAsync("/setup");
        await page.Locator("[name=code]").FillAsync(await SetupCodeAsync(app));
        await page.Locator("[name=organisation]").FillAsync("Fjordvik kommune");
        await page.Locator("[name=name]").FillAsync("Kari Lunde");
        await page.Locator("[name=email]").FillAsync("kari.lunde@fjordvik.example");
        await page.Locator("[data-passkey=create]").ClickAsync();
        await page.WaitForURLAsync("**/fjordvik/inbox");

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/fjordvik/people");
        new Uri(page.Url).AbsolutePath.ShouldBe("/sign-in");
        await page.Locator("form[data-passkey=get] button").ClickAsync();
        await page.WaitForURLAsync("**/fjordvik/people");
    }

    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new
            {
                protocol = "ctap2",
                transport = "internal",
                hasResidentKey = true,
                hasUserVerification = true,
                isUserVerified = true,
                automaticPresenceSimulation = true,
            },
        });
    }

    private static async Task<string> SetupCodeAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await PeopleRoom.NewSetupCodeAsync(scope.ServiceProvider, CancellationToken.None))!;
    }

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
