using System.Text;
using Rotfeste.Networks.Bluesky.Ids;

namespace Rotfeste.Tests.Networks.Bluesky;

public sealed class CallTests
{
    private const string Written = """{"uri":"at://did:plc:kari/app.bsky.feed.post/3kabc","cid":"bafyreiaabbcc"}""";
    private static readonly Did Kari = Did.Parse("did:plc:kari");
    private static readonly AtUri Post = AtUri.Of(Kari, AtUri.PostCollection, "3kabc");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_is_sent_exactly_as_it_was_stored()
    {
        const string Record = """{ "text":"\u00c5 😀",  "$type":"app.bsky.feed.post" }""";
        var server = StubServer.Ok(Written);
        var answer = await server.Client().PutRecord(Post, Encoding.UTF8.GetBytes(Record), "token", Cancel);
        answer.Value.ShouldBe(new RecordRef(Post, "bafyreiaabbcc"));
        server.Body.ShouldBe("""{"repo":"did:plc:kari","collection":"app.bsky.feed.post","rkey":"3kabc","swapRecord":null,"record":""" + Record + "}");
        (server.Method, server.Address, server.Authorization).ShouldBe(("POST", "https://pds.example/xrpc/com.atproto.repo.putRecord", "Bearer token"));
    }

    [Fact]
    public async Task A_call_says_who_calls()
    {
        var server = StubServer.Ok(Written);
        await server.Client(new() { UserAgent = "Rotfeste/1.0 (+https://fjordvik.no)" }).PutRecord(Post, "{}"u8.ToArray(), "token", Cancel);
        server.UserAgent.ShouldBe("Rotfeste/1.0 (+https://fjordvik.no)");
    }

    [Fact]
    public async Task A_record_that_is_no_json_is_a_bug_and_never_leaves()
    {
        var server = StubServer.Ok(Written);
        await Should.ThrowAsync<Exception>(() => server.Client().PutRecord(Post, "{\"a\":"u8.ToArray(), "token", Cancel));
        server.Address.ShouldBe("");
    }

    [Fact]
    public async Task A_record_is_deleted_by_its_address()
    {
        var server = StubServer.Ok("{}");
        (await server.Client().DeleteRecord(Post, "token", Cancel)).IsOk.ShouldBeTrue();
        server.Body.ShouldBe("""{"repo":"did:plc:kari","collection":"app.bsky.feed.post","rkey":"3kabc"}""");
    }

    [Fact]
    public async Task A_stored_record_comes_back_with_its_hash()
    {
        var server = StubServer.Ok("""{"uri":"at://did:plc:kari/app.bsky.feed.post/3kabc","cid":"bafyreiaabbcc","value":{"text":"hei"}}""");
        var answer = await server.Client().GetRecord(Post, null, Cancel);
        answer.Value!.Json.ShouldBe("""{"text":"hei"}""");
        server.Authorization.ShouldBeNull();
        server.Address.ShouldBe("https://pds.example/xrpc/com.atproto.repo.getRecord?repo=did%3Aplc%3Akari&collection=app.bsky.feed.post&rkey=3kabc");
    }

    [Fact]
    public async Task Notifications_are_asked_for_a_hundred_at_a_time_from_where_one_stopped()
    {
        var server = StubServer.Ok("""{"notifications":[]}""");
        await server.Client().ListNotifications(null, "token", Cancel);
        server.Address.ShouldEndWith("listNotifications?limit=100");
        await server.Client().ListNotifications("a&b=c", "token", Cancel);
        server.Address.ShouldEndWith("listNotifications?limit=100&cursor=a%26b%3Dc");
    }

    [Fact]
    public async Task Posts_are_asked_for_by_address_at_most_25()
    {
        var server = StubServer.Ok("""{"posts":[]}""");
        (await server.Client().GetPosts([Post, Post], "token", Cancel)).Value!.Found.ShouldBeEmpty();
        server.Address.Split("uris=").Length.ShouldBe(3);
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => server.Client().GetPosts([.. Enumerable.Repeat(Post, 26)], "token", Cancel));
    }

    [Fact]
    public async Task A_server_says_what_it_is()
    {
        var answer = await StubServer.Ok("""{"did":"did:web:pds.example","availableUserDomains":[".test",7]}""").Client().DescribeServer(Cancel);
        answer.Value!.UserDomains.ShouldBe([".test"]);
    }

    [Fact]
    public async Task A_handle_leads_to_its_account()
    {
        Handle.TryParse("kari.test", out var handle);
        (await StubServer.Ok("""{"did":"did:plc:kari"}""").Client().ResolveHandle(handle, Cancel)).Value!.Did.ShouldBe(Kari);
        (await StubServer.Ok("""{"did":"javascript:"}""").Client().ResolveHandle(handle, Cancel)).IsOk.ShouldBeFalse();
    }

    [Fact]
    public async Task A_sign_out_has_no_body_either_way()
    {
        var server = StubServer.Ok("");
        (await server.Client().DeleteSession("refresh", Cancel)).IsOk.ShouldBeTrue();
        (server.Body, server.Authorization).ShouldBe(("", "Bearer refresh"));
    }
}
