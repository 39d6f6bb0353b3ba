using System.Net;
using System.Text;
using Rotfeste.Networks.Bluesky;

namespace Rotfeste.Tests.Networks.Bluesky;

/// <summary>A server that answers what the test says, and remembers what it was asked.</summary>
internal sealed class StubServer(Func<CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public string Method { get; private set; } = "";

    public string Address { get; private set; } = "";

    public string Body { get; private set; } = "";

    public string? Authorization { get; private set; }

    public string UserAgent { get; private set; } = "";

    public static StubServer Says(HttpStatusCode status, string body, params (string Name, string Value)[] headers) =>
        new(_ => Task.FromResult(Answer(status, body, headers)));

    public static StubServer Ok(string body) => Says(HttpStatusCode.OK, body);

    public static StubServer Breaks(Exception fault) => new(_ => Task.FromException<HttpResponseMessage>(fault));

    public static StubServer Never() => new(async cancel =>
    {
        await Task.Delay(Timeout.Infinite, cancel);
        throw new InvalidOperationException();
    });

    public static HttpResponseMessage Answer(HttpStatusCode status, string body, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    public BlueskyClient Client(BlueskyOptions? options = null, TimeProvider? clock = null) =>
        new(new HttpClient(this), new("https://pds.example/"), options, clock ?? new StillClock());

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Method = request.Method.Method;
        Address = request.RequestUri!.AbsoluteUri;
        Authorization = request.Headers.Authorization?.ToString();
        UserAgent = request.Headers.UserAgent.ToString();
        Body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        return await answer(cancellationToken);
    }

    // Timers run as usual; only the time of day stands.
    private sealed class StillClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
