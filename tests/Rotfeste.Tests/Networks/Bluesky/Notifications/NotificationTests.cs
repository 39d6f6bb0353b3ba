using Rotfeste.Networks.Bluesky.Notifications;

namespace Rotfeste.Tests.Networks.Bluesky.Notifications;

public sealed class NotificationTests
{
    [Theory]
    [InlineData("reply", NotificationReason.Reply)]
    [InlineData("mention", NotificationReason.Mention)]
    [InlineData("quote", NotificationReason.Quote)]
    [InlineData("like", NotificationReason.Like)]
    [InlineData("repost", NotificationReason.Repost)]
    [InlineData("follow", NotificationReason.Follow)]
    [InlineData("starterpack-joined", NotificationReason.Other)]
    [InlineData("something-new", NotificationReason.Other)]
    public async Task A_reason_is_known_or_kept_by_its_name(string name, NotificationReason reason)
    {
        var item = (await Read(One(name))).Items.ShouldHaveSingleItem();
        (item.Reason, item.ReasonName).ShouldBe((reason, name));
    }

    [Fact]
    public async Task A_reply_is_read_whole_and_can_be_read_again_from_what_was_stored()
    {
        var item = (await Read(One("reply"))).Items.ShouldHaveSingleItem();
        (item.Ref.Uri.Key, item.Author.Handle.Value, item.Text, item.Reply!.Parent.Uri.Key, item.Subject!.Key).ShouldBe(("3k1", "ola.test", "Når kommer brøytebilen?", "3kours", "3kours"));
        item.IndexedAt.ShouldBe(new DateTimeOffset(2026, 11, 22, 12, 0, 1, TimeSpan.Zero));
        Notification.TryParse(item.Raw, out var again).ShouldBeTrue();
        again.ShouldBe(item with { Facets = again.Facets, Langs = again.Langs });
        again.Langs.ShouldBe(item.Langs);
    }

    [Fact]
    public async Task What_cannot_be_read_is_kept_and_does_not_stop_the_rest()
    {
        var page = await Read($$"""{"reason":"reply","uri":"nonsense"},7,{{One("reply")}}""");
        page.Items.Count.ShouldBe(1);
        page.Unreadable.ShouldBe(["""{"reason":"reply","uri":"nonsense"}""", "7"]);
        page.Cursor.ShouldBe("c1");
    }

    [Fact]
    public async Task A_like_has_no_text() =>
        (await Read(One("like").Replace("app.bsky.feed.post\",\"text", "app.bsky.feed.like\",\"text", StringComparison.Ordinal))).Items.ShouldHaveSingleItem().Text.ShouldBe("");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    public void What_was_never_a_notification_is_not_read_as_one(string raw) => Notification.TryParse(raw, out _).ShouldBeFalse();

    private static string One(string reason) =>
        $$$"""
        {"uri":"at://did:plc:ola/app.bsky.feed.post/3k1","cid":"bafyreiaabb","author":{"did":"did:plc:ola","handle":"ola.test"},
         "reason":"{{{reason}}}","reasonSubject":"at://did:plc:kari/app.bsky.feed.post/3kours",
         "record":{"$type":"app.bsky.feed.post","text":"Når kommer brøytebilen?","langs":["nb"],"createdAt":"2026-11-22T12:00:00Z",
           "reply":{"root":{"uri":"at://did:plc:kari/app.bsky.feed.post/3kours","cid":"bafyreiours"},"parent":{"uri":"at://did:plc:kari/app.bsky.feed.post/3kours","cid":"bafyreiours"} } },
         "isRead":false,"indexedAt":"2026-11-22T12:00:01.000Z"}
        """;

    private static async Task<NotificationPage> Read(string items)
    {
        var answer = await StubServer.Ok($$"""{"notifications":[{{items}}],"cursor":"c1"}""").Client().ListNotifications(null, "t", TestContext.Current.CancellationToken);
        return answer.Value.ShouldNotBeNull();
    }
}
