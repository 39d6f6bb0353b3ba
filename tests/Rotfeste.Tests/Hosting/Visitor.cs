using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Rotfeste.Tests.Hosting;

/// <summary>A person with a browser that runs no script: keeps cookies, fills in forms, follows where it is sent.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient http;

    public Visitor(Uri address)
    {
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Http => http;

    /// <summary>Opens an address and follows redirects.</summary>
    public async Task<Seen> OpenAsync(string address) => await FollowAsync(await http.GetAsync(address));

    /// <summary>Fills in the form with this action on a page and sends it, with every hidden field it has.</summary>
    public Task<Seen> SendAsync(Seen page, string action, params (string Name, string Value)[] fields)
    {
        var form = page.Document.Forms.OfType<IHtmlFormElement>()
            .FirstOrDefault(f => f.GetAttribute("action") == action || f.GetAttribute("hx-post") == action
                || f.QuerySelector($"[formaction='{action}']") is not null)
            ?? throw new InvalidOperationException($"No form for {action} on {page.Address}; there are: {string.Join(", ", page.Document.Forms.Select(f => f.GetAttribute("action")))}");
        var all = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>()
            .Where(i => i.Name is { Length: > 0 } && !Array.Exists(fields, f => f.Name == i.Name))
            .Select(i => (i.Name!, i.Value)).Concat(fields).ToArray();
        return PostAsync(action, all);
    }

    /// <summary>Posts fields as they are.</summary>
    public async Task<Seen> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await FollowAsync(await http.PostAsync(address, content));
    }

    public void Dispose() => http.Dispose();

    private async Task<Seen> FollowAsync(HttpResponseMessage answer)
    {
        for (var hops = 0; answer.Headers.Location is { } next && hops < 10; hops++)
            answer = await http.GetAsync(next);
        var text = await answer.Content.ReadAsStringAsync();
        return new Seen(answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery, text, new HtmlParser().ParseDocument(text), answer.Headers);
    }
}

/// <summary>What a visitor got to see.</summary>
public sealed record Seen(
    HttpStatusCode Status, string Address, string Html, IHtmlDocument Document, System.Net.Http.Headers.HttpResponseHeaders Headers)
{
    /// <summary>The words on the page.</summary>
    public string Text => Document.Body?.TextContent ?? "";

    /// <summary>What lets a form of this page be sent: for posting what the page does not offer.</summary>
    public (string Name, string Value) Token =>
        ("__RequestVerificationToken", Document.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!);
}
