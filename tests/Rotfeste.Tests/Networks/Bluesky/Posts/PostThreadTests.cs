using Rotfeste.Networks;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Bluesky.Posts;

namespace Rotfeste.Tests.Networks.Bluesky.Posts;

public sealed class PostThreadTests
{
    private static readonly AtUri Asked = AtUri.Of(Did.Parse("did:plc:ola"), AtUri.PostCollection, "3k3");

    [Fact]
    public async Task A_thread_is_laid_flat_oldest_first_each_reply_followed_by_its_own()
    {
        var above = Samples.Node(Samples.Post("3k2"), $",\"parent\":{Samples.Node(Samples.Post("3k1"))}");
        var below = Samples.Node(Samples.Post("3k4"), $",\"replies\":[{Samples.Node(Samples.Post("3k5"))}]");
        var thread = await Read(Samples.Node(Samples.Post("3k3"), $",\"parent\":{above},\"replies\":[{below},{Samples.Node(Samples.Post("3k6"))}]"));
        thread.Nodes.Select(n => (n.Uri!.Key, n.Depth)).ShouldBe([("3k1", -2), ("3k2", -1), ("3k3", 0), ("3k4", 1), ("3k5", 2), ("3k6", 1)]);
        thread.Anchor.Post!.Ref.Uri.ShouldBe(Asked);
    }

    [Fact]
    public async Task Places_that_cannot_be_shown_keep_their_place()
    {
        var thread = await Read(Samples.Node(
            Samples.Post("3k3"),
            $$""","parent":{{Samples.NotFound("3k2")}},"replies":[{{Samples.Blocked("3k4")}},{"$type":"new"},7,{{Samples.Node("{}")}}]"""));
        thread.Nodes.Select(n => n.State).ShouldBe(
            [ThreadNodeState.NotFound, ThreadNodeState.Shown, ThreadNodeState.Blocked, ThreadNodeState.Unreadable, ThreadNodeState.Unreadable, ThreadNodeState.Unreadable]);
        thread.Nodes.Where(n => n.State == ThreadNodeState.Unreadable).ShouldAllBe(n => n.Uri == null && n.Post == null);
    }

    [Fact]
    public async Task A_post_that_blocks_the_reader_is_its_own_anchor() =>
        (await Read(Samples.Blocked("3k3"))).Anchor.State.ShouldBe(ThreadNodeState.Blocked);

    [Fact]
    public async Task A_thread_nested_hundreds_deep_is_read()
    {
        var (up, down) = ("", "");
        for (var i = 0; i < 300; i++)
        {
            up = $",\"parent\":{Samples.Node(Samples.Post("3ku"), up)}";
            down = $",\"replies\":[{Samples.Node(Samples.Post("3kd"), down)}]";
        }

        var thread = await Read(Samples.Node(Samples.Post("3k3"), up + down));
        (thread.Nodes.Count, thread.Nodes[0].Depth, thread.Nodes[^1].Depth).ShouldBe((601, -300, 300));
    }

    [Fact]
    public async Task A_thread_of_thousands_is_cut_and_keeps_the_post_asked_for()
    {
        var replies = string.Join(',', Enumerable.Repeat(Samples.Node(Samples.Post("3k9")), 3_000));
        var thread = await Read(Samples.Node(Samples.Post("3k3"), $",\"replies\":[{replies}]"));
        (thread.Nodes.Count, thread.Anchor.Uri).ShouldBe((2_000, Asked));
    }

    [Fact]
    public async Task Json_nested_too_deep_to_be_a_thread_is_refused()
    {
        var json = string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000);
        var answer = await StubServer.Ok(json).Client().GetPostThread(Asked, 6, 80, "t", TestContext.Current.CancellationToken);
        answer.Failure!.Kind.ShouldBe(FailureKind.NotJson);
    }

    [Fact]
    public async Task An_accounts_feed_tells_its_own_posts_from_what_it_passed_on()
    {
        var feed = $$$"""{"feed":[{"post":{{{Samples.Post("3k1")}}}},{"post":{{{Samples.Post("3k2")}}},"reason":{"$type":"app.bsky.feed.defs#reasonRepost"}},{"post":7}],"cursor":"next"}""";
        var page = (await StubServer.Ok(feed).Client().GetAuthorFeed(Asked.Repo, null, "t", TestContext.Current.CancellationToken)).Value!;
        page.Items.Select(i => (i.Post.Ref.Uri.Key, i.IsRepost)).ShouldBe([("3k1", false), ("3k2", true)]);
        page.Cursor.ShouldBe("next");
    }

    private static async Task<PostThread> Read(string thread)
    {
        var server = StubServer.Ok($$"""{"thread":{{thread}}}""");
        var answer = await server.Client().GetPostThread(Asked, 6, 80, "t", TestContext.Current.CancellationToken);
        server.Address.ShouldEndWith("getPostThread?uri=at%3A%2F%2Fdid%3Aplc%3Aola%2Fapp.bsky.feed.post%2F3k3&depth=6&parentHeight=80");
        return answer.Value.ShouldNotBeNull();
    }
}
