using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Rotfeste.Tests.Networks.Product;

/// <summary>A person at work in the product with a browser that runs no script: forms and pages, and nothing else.</summary>
internal sealed class Desk : IDisposable
{
    public const string Password = "fjord brann kringle 42";

    private readonly Visitor _visitor;

    private Desk(Visitor visitor, string organisation)
    {
        _visitor = visitor;
        Organisation = organisation;
    }

    /// <summary>The address of the organisation, <c>/fjordvik-kommune</c>.</summary>
    public string Organisation { get; }

    /// <summary>For what no form of a page sends.</summary>
    public HttpClient Http => _visitor.Http;

    public CookieCollection Cookies => _visitor.Cookies.GetAllCookies();

    /// <summary>Sets up the organisation and is its first person.</summary>
    public static async Task<Desk> SetUpAsync(ProductProcess product, string name = "Kari Nordmann")
    {
        var visitor = new Visitor(product.Address);
        var seen = await visitor.SendAsync(
            await visitor.OpenAsync("/setup"), "/setup",
            ("code", await product.SetupCode), ("organisation", "Fjordvik kommune"), ("kind", "Public"), ("country", "Norway"), ("language", "nb"),
            ("name", name), ("email", "kari@fjordvik.test"), ("password", Password));
        seen.Status.ShouldBe(HttpStatusCode.OK, seen.Text);
        return new Desk(visitor, $"/{seen.Address.Split('/')[1]}");
    }

    /// <summary>Comes back to a product that was set up before, with the cookies from then.</summary>
    public static Desk Return(ProductProcess product, string organisation, CookieCollection cookies)
    {
        var visitor = new Visitor(product.Address);
        foreach (Cookie cookie in cookies)
        {
            visitor.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", product.Address.Host));
        }

        return new Desk(visitor, organisation);
    }

    public Task<Seen> OpenAsync(string page) => _visitor.OpenAsync($"{Organisation}/{page}");

    public async Task<Seen> ConnectAsync(string server, string handle, string password) => await _visitor.SendAsync(
        await OpenAsync("channels/new"), $"{Organisation}/channels", ("server", server), ("handle", handle), ("password", password));

    /// <summary>Gives leave at a server, as a person does: names it, goes there, signs in, and is sent back.</summary>
    public async Task<Seen> ConnectMastodonAsync(string server, string name, string password)
    {
        var seen = await _visitor.SendAsync(await OpenAsync("channels/new/mastodon"), $"{Organisation}/channels/mastodon", ("server", server));
        return await GiveLeaveAsync(seen, name, password);
    }

    /// <summary>Goes on from the page that shows the way to the server.</summary>
    public async Task<Seen> GiveLeaveAsync(Seen seen, string name, string password)
    {
        var there = seen.Document.QuerySelector("#go")?.GetAttribute("href") ?? throw new InvalidOperationException($"No way to the server: {seen.Text}");
        var login = await _visitor.OpenAsync(there);
        return await _visitor.SendAsync(login, login.Document.Forms[0].GetAttribute("action")!, ("login", name), ("passwd", password));
    }

    /// <summary>The own yes to answering for the organisation.</summary>
    public async Task SayYesAsync() =>
        await _visitor.SendAsync(await OpenAsync("profile"), $"{Organisation}/profile/answering", ("answer", "yes"));

    public async Task<Seen> SearchForAsync(string name, string words) => await _visitor.SendAsync(
        await OpenAsync("searches"), $"{Organisation}/searches", ("name", name), ("names", words), ("not", ""), ("query", ""));

    /// <summary>The page of the only channel.</summary>
    public async Task<Seen> ChannelAsync()
    {
        var link = (await OpenAsync("channels")).Document.QuerySelector($"a[href^='{Organisation}/channels/0']")
            ?? throw new InvalidOperationException("No channel is connected.");
        return await _visitor.OpenAsync(link.GetAttribute("href")!);
    }

    /// <summary>Sends a form of a page that was opened here.</summary>
    public Task<Seen> SendAsync(Seen page, string action, params (string Name, string Value)[] fields) => _visitor.SendAsync(page, action, fields);

    /// <summary>The conversation whose row shows these words; null while there is none.</summary>
    public async Task<string?> FindConversationAsync(string words, string view = "all")
    {
        for (var next = $"{Organisation}/inbox?view={view}"; next is not null;)
        {
            var page = await _visitor.OpenAsync(next);
            if (Rows(page).FirstOrDefault(row => row.TextContent.Contains(words, StringComparison.Ordinal)) is { } found)
            {
                return found.GetAttribute("data-row");
            }

            next = page.Document.QuerySelectorAll(".rf-more a[href*='after=']").Select(link => link.GetAttribute("href")).LastOrDefault();
        }

        return null;
    }

    /// <summary>The words of all rows of the inbox, through all its pages.</summary>
    public async Task<IReadOnlyList<string>> InboxAsync(string view = "all")
    {
        var words = new List<string>();
        for (var next = $"{Organisation}/inbox?view={view}"; next is not null;)
        {
            var page = await _visitor.OpenAsync(next);
            words.AddRange(Rows(page).Select(row => row.TextContent));
            next = page.Document.QuerySelectorAll(".rf-more a[href*='after=']").Select(link => link.GetAttribute("href")).LastOrDefault();
        }

        return words;
    }

    public Task<Seen> ConversationAsync(string id) => OpenAsync($"inbox/{id}");

    /// <summary>What the script does while one types.</summary>
    public Task<Seen> KeepDraftAsync(Seen conversation, string id, string text) => _visitor.PostAsync(
        $"{Organisation}/conversations/{id}/draft", ("text", text), Token(conversation));

    /// <summary>Presses send on a page that was opened earlier.</summary>
    public Task<Seen> AnswerAsync(Seen conversation, string id, string text) => _visitor.SendAsync(
        conversation, $"{Organisation}/conversations/{id}/answers", ("text", text), ("signature", "name"));

    /// <summary>What stands in the box where one writes.</summary>
    public static string DraftOn(Seen conversation) =>
        conversation.Document.QuerySelector<IHtmlTextAreaElement>("textarea[name=text]")?.Value ?? "";

    public static bool SaysSent(Seen conversation) =>
        conversation.Document.QuerySelectorAll("article[data-ours] [data-state=sent]").Length > 0;

    public void Dispose() => _visitor.Dispose();

    private static IEnumerable<IElement> Rows(Seen page) => page.Document.QuerySelectorAll("[data-row]");

    private static (string Name, string Value) Token(Seen page)
    {
        var token = page.Document.QuerySelector<IHtmlInputElement>("#composer input[name=__RequestVerificationToken]")
            ?? throw new InvalidOperationException($"Nobody can write on {page.Address}: {page.Text}");
        return (token.Name!, token.Value);
    }
}
