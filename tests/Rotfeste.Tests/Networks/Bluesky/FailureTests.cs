using System.Net;
using Rotfeste.Networks;
using Rotfeste.Networks.Bluesky;
using Rotfeste.Networks.Bluesky.Ids;

namespace Rotfeste.Tests.Networks.Bluesky;

public sealed class FailureTests
{
    private const string Secret = "eyJhbGciOi.secret.token";
    private static readonly Did Kari = Did.Parse("did:plc:kari");
    private static readonly AtUri Post = AtUri.Of(Kari, AtUri.PostCollection, "3kabc");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(401, "AuthenticationRequired", FailureKind.SignInRefused)]
    [InlineData(401, "AuthFactorTokenRequired", FailureKind.SignInRefused)]
    [InlineData(401, "AccountTakedown", FailureKind.AccountClosed)]
    [InlineData(400, "InvalidRequest", FailureKind.Refused)]
    public async Task A_refused_sign_in_has_a_name(int status, string code, FailureKind kind)
    {
        var answer = await Says(status, code).Client().CreateSession("kari.test", "wrong", Cancel);
        answer.Failure.ShouldBe(new Failure(kind, status, code));
    }

    [Theory]
    [InlineData(400, "ExpiredToken", FailureKind.TokenExpired)]
    [InlineData(401, "ExpiredToken", FailureKind.TokenExpired)]
    [InlineData(400, "InvalidToken", FailureKind.TokenRevoked)]
    [InlineData(401, "AuthMissing", FailureKind.TokenRevoked)]
    [InlineData(401, "AuthenticationRequired", FailureKind.TokenRevoked)]
    [InlineData(401, "SomethingNew", FailureKind.TokenRevoked)]
    [InlineData(401, "AccountTakedown", FailureKind.AccountClosed)]
    [InlineData(400, "AccountDeactivated", FailureKind.AccountClosed)]
    [InlineData(400, "AccountSuspended", FailureKind.AccountClosed)]
    [InlineData(400, "RepoTakendown", FailureKind.AccountClosed)]
    [InlineData(400, "InvalidSwap", FailureKind.InvalidSwap)]
    [InlineData(400, "InvalidRequest", FailureKind.Refused)]
    [InlineData(403, "Forbidden", FailureKind.Refused)]
    [InlineData(413, "PayloadTooLarge", FailureKind.Refused)]
    public async Task A_refused_write_has_a_name_and_did_not_happen(int status, string code, FailureKind kind)
    {
        var answer = await Says(status, code).Client().PutRecord(Post, "{}"u8.ToArray(), Secret, Cancel);
        answer.Failure.ShouldBe(new Failure(kind, status, code, MayHaveHappened: false));
    }

    [Theory]
    [InlineData(400, "ExpiredToken")]
    [InlineData(400, "InvalidToken")]
    [InlineData(401, "AuthMissing")]
    public async Task A_refresh_that_is_refused_means_signing_in_again(int status, string code) =>
        (await Says(status, code).Client().RefreshSession(Secret, Cancel)).Failure!.Kind.ShouldBe(FailureKind.TokenRevoked);

    [Theory]
    [InlineData("NotFound")]
    [InlineData("RecordNotFound")]
    [InlineData("RepoNotFound")]
    public async Task What_is_gone_is_not_found(string code)
    {
        (await Says(400, code).Client().GetRecord(Post, null, Cancel)).Failure!.Kind.ShouldBe(FailureKind.NotFound);
        (await Says(400, code).Client().GetPostThread(Post, 6, 80, Secret, Cancel)).Failure!.Kind.ShouldBe(FailureKind.NotFound);
    }

    [Fact]
    public async Task A_closed_account_that_is_asked_about_is_not_taken_for_the_callers_own()
    {
        (await Says(400, "AccountTakedown").Client().GetProfile(Kari, Secret, Cancel)).Failure!.Kind.ShouldBe(FailureKind.NotFound);
        (await Says(401, "AccountTakedown").Client().GetProfile(Kari, Secret, Cancel)).Failure!.Kind.ShouldBe(FailureKind.AccountClosed);
        (await Says(400, "InvalidRequest").Client().GetAuthorFeed(Kari, null, Secret, Cancel)).Failure!.Kind.ShouldBe(FailureKind.NotFound);
    }

    [Fact]
    public async Task A_handle_of_nobody_is_not_found()
    {
        Handle.TryParse("ingen.test", out var nobody).ShouldBeTrue();
        (await Says(400, "InvalidRequest").Client().ResolveHandle(nobody, Cancel)).Failure!.Kind.ShouldBe(FailureKind.NotFound);
    }

    [Theory]
    [InlineData("<!doctype html><title>502</title>")]
    [InlineData("")]
    [InlineData("{\"uri\":\"at://did:plc:kari/app.bsky.feed.post/3kabc\",")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"uri\":7,\"cid\":{}}")]
    public async Task An_answer_that_is_not_the_protocol_leaves_a_write_open(string body)
    {
        var answer = await StubServer.Ok(body).Client().PutRecord(Post, "{}"u8.ToArray(), Secret, Cancel);
        answer.Failure.ShouldBe(new Failure(FailureKind.NotJson, 200, MayHaveHappened: true));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Html_from_some_other_kind_of_server_is_told_apart(int status) =>
        (await StubServer.Says((HttpStatusCode)status, "<html>").Client().DescribeServer(Cancel)).Failure!.Kind.ShouldBe(FailureKind.NotJson);

    [Theory]
    [InlineData(500, "{\"error\":\"InternalServerError\"}")]
    [InlineData(502, "<html>")]
    [InlineData(503, "")]
    [InlineData(504, "{\"error\":\"UpstreamTimeout\"}")]
    public async Task A_failing_server_leaves_a_write_open_and_a_reading_not(int status, string body)
    {
        var server = StubServer.Says((HttpStatusCode)status, body);
        var write = await server.Client().DeleteRecord(Post, Secret, Cancel);
        (write.Failure!.Kind, write.Failure.Status, write.Failure.MayHaveHappened).ShouldBe((FailureKind.ServerError, status, true));
        var read = await server.Client().GetPosts([Post], Secret, Cancel);
        (read.Failure!.Kind, read.Failure.MayHaveHappened).ShouldBe((FailureKind.ServerError, false));
    }

    [Fact]
    public async Task An_answer_over_the_cap_is_not_read_to_its_end()
    {
        var options = new BlueskyOptions { LargestAnswer = 1_000 };
        var named = await StubServer.Ok(new string(' ', 1_001)).Client(options).DescribeServer(Cancel);
        named.Failure.ShouldBe(new Failure(FailureKind.TooLarge, 200));
        var endless = new StubServer(_ => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new EndlessStream()) }));
        (await endless.Client().PutRecord(Post, "{}"u8.ToArray(), Secret, Cancel)).Failure.ShouldBe(new Failure(FailureKind.TooLarge, 200, MayHaveHappened: true));
    }

    [Theory]
    [InlineData("kari.test <script>", null)]
    [InlineData("Secret token eyJhbGci leaked", null)]
    [InlineData("InvalidRequest", "InvalidRequest")]
    public async Task An_error_name_that_is_no_name_is_dropped(string error, string? kept) =>
        (await Says(400, error).Client().PutRecord(Post, "{}"u8.ToArray(), Secret, Cancel)).Failure!.Code.ShouldBe(kept);

    [Fact]
    public async Task A_failure_never_shows_what_the_server_said_nor_the_token()
    {
        var server = StubServer.Says(HttpStatusCode.BadRequest, $$"""{"error":"InvalidRequest","message":"{{Secret}} of kari.test"}""");
        var shown = (await server.Client().PutRecord(Post, "{}"u8.ToArray(), Secret, Cancel)).ToString();
        shown.ShouldNotContain("secret");
        shown.ShouldNotContain("kari");
    }

    private static StubServer Says(int status, string code) =>
        StubServer.Says((HttpStatusCode)status, $$"""{"error":"{{code}}","message":"wording that may change"}""");

    private sealed class EndlessStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(buffer.Length);
    }
}
