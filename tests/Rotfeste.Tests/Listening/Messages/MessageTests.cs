using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Listening.Messages;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Sources;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Listening.Messages;

public sealed class MessageTests
{
    private const string Body = """{"type":"post.created","data":[{"id":"1","text":"Hull i veien","at":"2026-11-24T10:00:00Z","author":"Kari"},{"id":"2","text":"Takk","at":"2026-11-24T11:00:00Z"}]}""";

    [Fact]
    public void The_signature_is_the_one_that_the_standard_shows()
    {
        // The example of standardwebhooks.com's own libraries.
        const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        const string Example = "{\"test\": 2432232314}";

        MessageSignature.IsRight(
            Secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", Encoding.UTF8.GetBytes(Example), "v2,x v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=").ShouldBeTrue();
        MessageSignature.IsRight(
            Secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265331", Encoding.UTF8.GetBytes(Example), "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=").ShouldBeFalse();
        MessageSignature.IsFresh("1614265330", Instant.FromUnixTimeSeconds(1614265330 + 301)).ShouldBeFalse();
        MessageSignature.IsFresh("1614265330", Instant.FromUnixTimeSeconds(1614265330 - 300)).ShouldBeTrue();
        MessageSignature.IsFresh("-1", Instant.FromUnixTimeSeconds(0)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_signed_message_is_taken_once_and_no_other(Provider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        using var owner = app.NewVisitor();
        var (path, organisation) = await ListeningScreenTests.SetUpAsync(app, owner);
        var page = await owner.OpenAsync($"{path}/sources");
        var shown = await owner.SendAsync(page, $"{path}/sources/webhooks", ("name", "Skjemaportalen"), ("all", "true"));
        var secret = shown.Document.QuerySelectorAll("code").Select(c => c.TextContent).Single(c => c.StartsWith("whsec_", StringComparison.Ordinal));
        var to = new Uri(shown.Document.QuerySelectorAll("code").Select(c => c.TextContent).First(c => c.EndsWith("/messages", StringComparison.Ordinal))).PathAndQuery;
        (await owner.OpenAsync($"{path}/sources")).Html.ShouldNotContain("whsec_");

        using var other = new HttpClient { BaseAddress = app.Address };
        var now = SystemClock.Instance.GetCurrentInstant();
        (await SendAsync(other, to, secret, "m1", now, Body)).ShouldBe((HttpStatusCode.Accepted, "{\"received\":2}"));
        (await SendAsync(other, to, secret, "m1", now, Body)).ShouldBe((HttpStatusCode.Accepted, "{\"received\":0}"));
        (await SendAsync(other, to, secret, "m2", now, Body)).Status.ShouldBe(HttpStatusCode.Accepted);
        (await SendAsync(other, to, secret, "m3", now - Duration.FromMinutes(6), Body)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(other, to, MessageSignature.NewSecret(), "m4", now, Body)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await owner.OpenAsync($"{path}/sources")).Text.ShouldContain("wrong signature");
        (await SendAsync(other, to, secret, "m5", now, "{\"data\":[{\"text\":\"no date\"}]}")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SendAsync(other, to, secret, "m6", now, new string('x', 1_100_000))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await SendAsync(other, $"{path}/sources/{Guid.NewGuid()}/messages", secret, "m7", now, Body)).Status.ShouldBe(HttpStatusCode.NotFound);

        await app.InAsync(organisation, async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            (await db.Set<KeptPost>().Select(p => p.Text).OrderBy(t => t).ToListAsync()).ShouldBe(["Hull i veien", "Takk"]);
            (await db.Set<Source>().SingleAsync()).SealedSecret!.ShouldNotContain(secret[6..]);
        });
    }

    private static async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpClient http, string to, string secret, string id, Instant at, string body)
    {
        var seconds = at.ToUnixTimeSeconds();
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[6..]), Encoding.UTF8.GetBytes($"{id}.{seconds}.{body}")));
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", $"{seconds}");
        request.Headers.Add("webhook-signature", $"v1,{signature}");
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
