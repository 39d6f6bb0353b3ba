using System.Net;
using System.Text;
using Rotfeste.Networks;
using Rotfeste.Networks.Mastodon;
using Rotfeste.Networks.Mastodon.Statuses;
using Rotfeste.Networks.Mastodon.Streams;

namespace Rotfeste.Tests.Networks.Mastodon;

public sealed class MastodonClientTests
{
    private const string Account = """{"id":"1","acct":"kari","url":"https://m.example/@kari","display_name":"Kari"}""";
    private const string StatusJson = """{"id":"7","uri":"https://m.example/7","url":"https://m.example/@kari/7","content":"<p>hei</p>","created_at":"2026-11-25T08:00:00Z","visibility":"public","account":""" + Account + "}";

    [Theory]
    [InlineData(401, """{"error":"The access token is invalid"}""", FailureKind.TokenRevoked)]
    [InlineData(422, "<html>no</html>", FailureKind.TokenRevoked)]
    [InlineData(422, """{"error":"Validation failed"}""", FailureKind.Refused)]
    [InlineData(403, """{"error":"Your login is currently disabled"}""", FailureKind.AccountClosed)]
    [InlineData(404, "", FailureKind.NotFound)]
    [InlineData(410, "", FailureKind.NotFound)]
    [InlineData(500, "<html>", FailureKind.ServerError)]
    [InlineData(503, "", FailureKind.ServerError)]
    [InlineData(418, "teapot", FailureKind.NotJson)]
    [InlineData(302, "", FailureKind.NotJson)]
    [InlineData(200, "<html>", FailureKind.NotJson)]
    [InlineData(200, "{\"id\":", FailureKind.NotJson)]
    [InlineData(200, "[1,2]", FailureKind.NotJson)]
    public async Task What_a_server_says_to_a_reading_becomes_a_named_failure(int status, string body, FailureKind kind)
    {
        var answer = await ClientOf((_, _) => Say(status, body)).VerifyCredentials("t", TestContext.Current.CancellationToken);
        (answer.Failure?.Kind, answer.Failure?.MayHaveHappened).ShouldBe((kind, false));
    }

    [Theory]
    [InlineData(500, "", true)]
    [InlineData(200, "<html>", true)]
    [InlineData(422, "", false)]
    [InlineData(401, "", false)]
    [InlineData(429, "", false)]
    public async Task Whether_a_post_may_have_happened_is_known(int status, string body, bool mayHaveHappened)
    {
        var answer = await ClientOf((_, _) => Say(status, body)).PostStatus([], "key", "t", TestContext.Current.CancellationToken);
        answer.Failure!.MayHaveHappened.ShouldBe(mayHaveHappened);
    }

    [Theory]
    [InlineData("2099-01-01T00:00:00.000Z")]
    [InlineData("4070908800")]
    [InlineData("nonsense")]
    public async Task A_limit_says_until_when_and_never_for_more_than_a_day(string reset)
    {
        var answer = await ClientOf((_, _) =>
        {
            var response = Say(429, "{}");
            response.Headers.Add("X-RateLimit-Reset", reset);
            return response;
        }).VerifyCredentials("t", TestContext.Current.CancellationToken);
        answer.Failure!.Until.ShouldNotBeNull();
        answer.Failure.Until.Value.ShouldBeInRange(DateTimeOffset.UtcNow.AddSeconds(-5), DateTimeOffset.UtcNow.AddHours(25));
    }

    [Fact]
    public async Task A_server_without_the_newer_description_gives_the_older_one_and_what_is_usual_where_it_is_silent()
    {
        var answer = await ClientOf((path, _) => path == "/api/v1/instance"
            ? Say(200, """{"uri":"m.example","urls":{"streaming_api":"wss://s.example"},"configuration":{"statuses":{"max_characters":-3}}}""")
            : Say(404, "<h1>404</h1>")).GetInstance(TestContext.Current.CancellationToken);
        var instance = answer.Value.ShouldNotBeNull();
        (instance.Domain, instance.MostLetters, instance.LettersPerLink, instance.IsOld).ShouldBe(("m.example", 500, 23, true));
        instance.Streaming.ShouldBe(new Uri("https://s.example/"));
    }

    [Fact]
    public async Task A_post_carries_the_stored_bytes_the_key_the_token_and_a_name()
    {
        HttpRequestMessage? seen = null;
        byte[] sent = [];
        var draft = new StatusDraft("@kari Hei på deg", "7", Visibility.Unlisted, "om vann", "nb", []).ToJson();
        var answer = await ClientOf((_, request) =>
        {
            seen = request;
            sent = request.Content!.ReadAsByteArrayAsync().Result;
            return Say(200, StatusJson);
        }).PostStatus(draft, "one-key", "secret", TestContext.Current.CancellationToken);

        answer.Value.ShouldNotBeNull().Text.ShouldBe("hei");
        sent.ShouldBe(draft);
        StatusDraft.FromJson(draft).ShouldBe(new StatusDraft("@kari Hei på deg", "7", Visibility.Unlisted, "om vann", "nb", []), new DraftComparer());
        seen!.Headers.GetValues("Idempotency-Key").ShouldBe(["one-key"]);
        seen.Headers.Authorization!.ToString().ShouldBe("Bearer secret");
        seen.Headers.UserAgent.ToString().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("\"id\":\"7\"", "\"id\":\"../../7\"")]
    [InlineData("\"acct\":\"kari\"", "\"acct\":\"kari\\u0000\\\"><b>\"")]
    [InlineData("\"url\":\"https://m.example/@kari\"", "\"url\":\"javascript:1\"")]
    [InlineData("\"created_at\":\"2026-11-25T08:00:00Z\"", "\"created_at\":\"yesterday\"")]
    public void A_status_that_would_lead_astray_is_none(string was, string isNow) => Status.TryParse(StatusJson.Replace(was, isNow, StringComparison.Ordinal), out _).ShouldBeFalse();

    [Fact]
    public void What_a_server_calls_by_an_unknown_name_is_not_for_everybody()
    {
        Status.TryParse(StatusJson.Replace("\"public\"", "\"local\"", StringComparison.Ordinal), out var status).ShouldBeTrue();
        status!.Visibility.ShouldBe(Visibility.Private);
    }

    [Fact]
    public async Task A_stream_tells_what_happened_until_it_ends()
    {
        var notes = new List<StreamNote>();
        var opened = 0;
        var failure = await ClientOf((_, _) =>
        {
            var response = Say(200, ":thump\n\nevent: delete\ndata: 7\n\nevent: notification\r\ndata: {\"id\":\r\ndata: 1}\r\n\r\nevent: new.thing\ndata: x\n\nevent: upd");
            response.Content.Headers.ContentType = new("text/event-stream");
            return response;
        }).ListenToUser(
            null, "t", () => opened++,
            note =>
            {
                notes.Add(note);
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);
        (failure.Kind, opened).ShouldBe((FailureKind.Unreachable, 1));
        notes.ShouldBe(
            [new(StreamNoteKind.Other, ""), new(StreamNoteKind.Deleted, "7"), new(StreamNoteKind.Notification, "{\"id\":\n1}"), new(StreamNoteKind.Other, "x")]);
    }

    private static MastodonClient ClientOf(Func<string, HttpRequestMessage, HttpResponseMessage> say) =>
        new(new HttpClient(new Saying(say)), new Uri("https://m.example/"));

    private static HttpResponseMessage Say(int status, string body) => new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private sealed class Saying(Func<string, HttpRequestMessage, HttpResponseMessage> say) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(say(request.RequestUri!.AbsolutePath, request));
    }

    private sealed class DraftComparer : IEqualityComparer<StatusDraft>
    {
        public bool Equals(StatusDraft? x, StatusDraft? y) => x is not null && y is not null && x with { Media = [] } == y with { Media = y.Media.Count == 0 ? [] : y.Media };

        public int GetHashCode(StatusDraft obj) => 0;
    }
}
