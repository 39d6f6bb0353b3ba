using System.Net;
using Rotfeste.Networks;
using Rotfeste.Networks.Bluesky;
using Rotfeste.Networks.Bluesky.Ids;

namespace Rotfeste.Tests.Networks.Bluesky;

public sealed class ConnectionFaultTests
{
    private static readonly AtUri Post = AtUri.Of(Did.Parse("did:plc:kari"), AtUri.PostCollection, "3kabc");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, false)]
    [InlineData(HttpRequestError.ConnectionError, false)]
    [InlineData(HttpRequestError.SecureConnectionError, false)]
    [InlineData(HttpRequestError.ResponseEnded, true)]
    [InlineData(HttpRequestError.Unknown, true)]
    public async Task A_write_that_met_no_server_did_not_happen_and_one_that_broke_off_may_have(HttpRequestError error, bool mayHave)
    {
        var server = StubServer.Breaks(new HttpRequestException(error));
        (await Put(server.Client())).Failure.ShouldBe(new Failure(FailureKind.Unreachable, MayHaveHappened: mayHave));
        (await server.Client().DescribeServer(Cancel)).Failure.ShouldBe(new Failure(FailureKind.Unreachable));
    }

    [Fact]
    public async Task An_answer_that_breaks_off_in_its_middle_leaves_a_write_open()
    {
        var server = new StubServer(_ => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new BrokenStream()) }));
        (await Put(server.Client())).Failure.ShouldBe(new Failure(FailureKind.Unreachable, MayHaveHappened: true));
    }

    [Fact]
    public async Task A_server_too_slow_to_answer_leaves_a_write_open()
    {
        var hasty = new BlueskyOptions { Timeout = TimeSpan.FromMilliseconds(50) };
        (await Put(StubServer.Never().Client(hasty))).Failure.ShouldBe(new Failure(FailureKind.TimedOut, MayHaveHappened: true));
        (await StubServer.Never().Client(hasty).DescribeServer(Cancel)).Failure.ShouldBe(new Failure(FailureKind.TimedOut));
    }

    [Fact]
    public async Task A_body_too_slow_to_come_counts_as_too_slow()
    {
        var server = new StubServer(_ => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new SlowStream()) }));
        (await Put(server.Client(new() { Timeout = TimeSpan.FromMilliseconds(50) }))).Failure!.Kind.ShouldBe(FailureKind.TimedOut);
    }

    [Fact]
    public async Task The_callers_own_change_of_mind_is_no_failure()
    {
        using var mind = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Should.ThrowAsync<OperationCanceledException>(() => StubServer.Never().Client().DescribeServer(mind.Token));
    }

    [Theory]
    [InlineData("RateLimit-Reset", "1795349400", 600)]
    [InlineData("Retry-After", "30", 30)]
    [InlineData("Retry-After", "Sun, 22 Nov 2026 12:05:00 GMT", 300)]
    [InlineData("Retry-After", "0", 1)]
    [InlineData("RateLimit-Reset", "1", 1)]
    [InlineData("RateLimit-Reset", "99999999999", 86_400)]
    [InlineData("Retry-After", "9999999", 86_400)]
    [InlineData("RateLimit-Reset", "soon", 60)]
    [InlineData("RateLimit-Reset", "-5", 60)]
    [InlineData("X-Other", "1", 60)]
    public async Task Too_many_calls_always_say_until_when(string header, string value, int seconds)
    {
        var server = StubServer.Says(HttpStatusCode.TooManyRequests, """{"error":"RateLimitExceeded"}""", (header, value));
        (await Put(server.Client())).Failure.ShouldBe(
            new Failure(FailureKind.RateLimited, 429, "RateLimitExceeded", StubServer.Now.AddSeconds(seconds)));
    }

    [Fact]
    public async Task Too_many_calls_are_told_also_when_the_body_is_html()
    {
        var failure = (await Put(StubServer.Says(HttpStatusCode.TooManyRequests, "<html>").Client())).Failure;
        failure.ShouldBe(new Failure(FailureKind.RateLimited, 429, null, StubServer.Now.AddMinutes(1)));
    }

    [Fact]
    public async Task A_failing_server_can_say_when_to_come_back() =>
        (await Put(StubServer.Says(HttpStatusCode.ServiceUnavailable, "", ("Retry-After", "120")).Client()))
            .Failure!.Until.ShouldBe(StubServer.Now.AddMinutes(2));

    private static Task<Answer<RecordRef>> Put(BlueskyClient client) => client.PutRecord(Post, "{}"u8.ToArray(), "token", Cancel);

    private sealed class BrokenStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<int>(new IOException("broken off"));
    }

    private sealed class SlowStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
