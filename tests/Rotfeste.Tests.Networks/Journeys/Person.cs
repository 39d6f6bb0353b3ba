using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Rotfeste.Tests.Browser.Browsing;

namespace Rotfeste.Tests.Networks.Journeys;

/// <summary>A person before a real browser in Norwegian: does what the screens offer, by the names that stand there.</summary>
internal sealed class Person(IPage page, Uri address)
{
    private const string SmallPng = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    public IPage Page => page;

    /// <summary>The address of the organisation, once the person is in it.</summary>
    public string Organisation => $"/{new Uri(page.Url).AbsolutePath.Split('/')[1]}";

    public static async Task<Person> At(Browser.Browsing.Browser browser, Uri address)
    {
        const int Patience = 30_000;
        Assertions.SetDefaultExpectTimeout(Patience);
        var page = await browser.OpenAsync(address);
        page.SetDefaultTimeout(Patience);
        return new(page, address);
    }

    public async Task SetUpAsync(string code, string organisation, string name, string email)
    {
        await page.GotoAsync($"{address}setup");
        await Field("People/Setup", "Code").FillAsync(code);
        await Group("People/Setup", "Organisation").GetByLabel(Words.Of("People/Setup", "Organisation.Name"), new() { Exact = true }).FillAsync(organisation);
        await Group("People/Setup", "You").GetByLabel(Words.Of("People/Setup", "You.Name"), new() { Exact = true }).FillAsync(name);
        await Field("People/Setup", "You.Email").FillAsync(email);
        await Field("People/Passwords", "Password").FillAsync(Desk.Password);
        await PressAsync("People/Setup", "Send");
        await page.WaitForURLAsync(new Regex($"^{Regex.Escape(address.ToString())}(?!setup)"));
    }

    public Task GoAsync(string part) => page.GotoAsync($"{address.ToString().TrimEnd('/')}{Organisation}/{part}");

    public async Task ConnectAsync(string server, string handle, string password)
    {
        await GoAsync("channels");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = Words.Of("Channels/Accounts", "Connect") }).First.ClickAsync();
        await Field("Channels/Bluesky", "Handle").FillAsync(handle);
        await Field("Channels/Bluesky", "Password").FillAsync(password);
        await Field("Channels/Bluesky", "Server").FillAsync(server);
        await PressAsync("Channels/Bluesky", "Send");
        await Assertions.Expect(page.GetByText(Words.Of("Channels/Accounts", "State.Connected"))).ToBeVisibleAsync();
    }

    /// <summary>Gives leave at a server and comes back.</summary>
    public async Task ConnectMastodonAsync(string server, string name, string password)
    {
        await GoAsync("channels/new/mastodon");
        await Field("Channels/Mastodon", "Server").FillAsync(server);
        await PressAsync("Channels/Mastodon", "Send");
        await page.Locator("#go").ClickAsync();
        await page.Locator("input[name=login]").FillAsync(name);
        await page.Locator("input[name=passwd]").FillAsync(password);
        await page.Locator("input[type=submit]").ClickAsync();
        await Assertions.Expect(page.GetByText(Words.Of("Channels/Accounts", "State.Connected"))).ToBeVisibleAsync();
    }

    /// <summary>Lays a picture beside the answer that is being written.</summary>
    public async Task AddPictureAsync(string shows)
    {
        await page.Locator(".rf-laid summary").ClickAsync();
        await page.Locator("input[name=picture]").SetInputFilesAsync(new FilePayload { Name = "kart.png", MimeType = "image/png", Buffer = Convert.FromBase64String(SmallPng) });
        await page.Locator(".rf-laid input[name=alt], .rf-laid textarea[name=alt]").FillAsync(shows);
        await PressAsync("Dialogue/Pictures", "Send");
        await Assertions.Expect(page.Locator($".rf-laid img[alt='{shows}']")).ToBeVisibleAsync();
    }

    public async Task SearchForAsync(string name, string words)
    {
        await GoAsync("searches");
        await Field("Listening/Searches", "Name").FillAsync(name);
        await Field("Listening/Searches", "Names").FillAsync(words);
        await PressAsync("Listening/Searches", "Save");
        await Assertions.Expect(Heading("Listening/Mentions", "Title")).ToBeVisibleAsync();
    }

    /// <summary>Invites a colleague and gives the link that is shown this once.</summary>
    public async Task<string> InviteAsync(string name, string email)
    {
        await GoAsync("invitations/new");
        await Field("People/Invitations", "Name").FillAsync(name);
        await Field("People/Invitations", "Email").FillAsync(email);
        await PressAsync("People/Invitations", "Invite.Send");
        return await page.GetByLabel(Words.Of("People/Invitations", "Link"), Exactly).InputValueAsync();
    }

    public async Task JoinAsync(string link)
    {
        await page.GotoAsync(link);
        await Field("People/Passwords", "Password").FillAsync(Desk.Password);
        await PressAsync("People/Invitations", "Join.Send");
        await page.WaitForURLAsync(new Regex("^(?!.*invitations)"));
    }

    public async Task AskToAnswerAsync(string colleague)
    {
        await GoAsync("people");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = colleague }).ClickAsync();
        await PressAsync("People/Members", "Answering.Give");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = Words.Of("People/Members", "Answering.Take") })).ToBeVisibleAsync();
    }

    /// <summary>The own yes to answering, given where the person meets the question.</summary>
    public async Task SayYesAsync()
    {
        await GoAsync("people");
        await PressAsync("People/Members", "Asked.Yes");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = Words.Of("People/Members", "Asked.Yes"), Exact = true })).ToHaveCountAsync(0);
    }

    /// <summary>What was on the screen when a journey failed, beside the test.</summary>
    public async Task LeaveTraceAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "traces")).FullName;
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.html"), await page.ContentAsync());
    }

    /// <summary>The row of the list beside that shows these words.</summary>
    public ILocator Row(string words) => page.Locator("a[data-row]").Filter(new() { HasText = words });

    /// <summary>What stands in the open conversation, or among the mentions.</summary>
    public ILocator Article(string words) => page.GetByRole(AriaRole.Article).Filter(new() { HasText = words });

    public ILocator Heading(string folder, string key) => page.GetByRole(AriaRole.Heading, new() { Name = Words.Of(folder, key), Exact = true });

    public ILocator Field(string folder, string key) => page.GetByLabel(Words.Of(folder, key), Exactly);

    public Task PressAsync(string folder, string key) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = Words.Of(folder, key), Exact = true }).Filter(Shown).First.ClickAsync();

    private static PageGetByLabelOptions Exactly => new() { Exact = true };

    private static LocatorFilterOptions Shown => new() { Visible = true };

    private ILocator Group(string folder, string key) => page.GetByRole(AriaRole.Group, new() { Name = Words.Of(folder, key), Exact = true });
}
