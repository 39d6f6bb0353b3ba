using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Rotfeste.Analysis;

namespace Rotfeste.Bench.Inboxes;

/// <summary>One signed-in browser: asks, times, and keeps what the next step needs.</summary>
internal sealed partial class Desk(Uri address, string cookie, Times times) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };

    /// <summary>Conversations on the list last seen.</summary>
    public IReadOnlyList<string> Listed { get; private set; } = [];

    private string token = "";
    private string seen = "";

    public async Task ListAsync(string kind, string path)
    {
        var page = await SendAsync(kind, new HttpRequestMessage(HttpMethod.Get, path));
        Listed = [.. Row().Matches(page).Select(m => m.Value)];
    }

    public async Task OpenAsync(string conversation)
    {
        var page = await SendAsync(Times.Conversation, new HttpRequestMessage(HttpMethod.Get, $"/fjellvik/inbox/{conversation}"));
        token = Token().Match(page).Groups["value"].Value;
        seen = Seen().Match(page).Groups["value"].Value;
    }

    public Task PostAsync(string kind, string path, params KeyValuePair<string, string>[] fields) => SendAsync(kind, new HttpRequestMessage(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent([.. fields, new("seen", seen), new("__RequestVerificationToken", token)]),
    });

    public void Dispose() => http.Dispose();

    private async Task<string> SendAsync(string kind, HttpRequestMessage request)
    {
        request.Headers.Add("Cookie", cookie);
        var began = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();
        times.Record(kind, Stopwatch.GetElapsedTime(began), answer.StatusCode);
        request.Dispose();
        return page;
    }

    [GeneratedRegex("""(?<=data-row=")[0-9a-f-]{36}""", RegexOptions.None, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<value>[^"]*)""", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("""name="seen" value="(?<value>\d+)""", RegexOptions.None, 1000)]
    private static partial Regex Seen();
}
