using Rotfeste.Channels.Mastodon;
using Rotfeste.Networks.Mastodon.Statuses;

namespace Rotfeste.Tests.Channels.Mastodon;

public sealed class ThreadRootsTests
{
    [Theory]
    [InlineData("a", null)]
    [InlineData("b", "a")]
    [InlineData("c", "a")]
    [InlineData("d", null)]
    [InlineData("e", "d")]
    [InlineData("f", "gone")]
    [InlineData("g", null)]
    public void A_thread_begins_at_its_first_status_and_what_is_private_where_it_became_private(string id, string? root)
    {
        var known = new[]
        {
            Of("a", null), Of("b", "a"), Of("c", "b"), Of("d", "c", "direct"), Of("e", "d", "private"), Of("f", "gone"), Of("g", "gone", "direct"),
        }.ToDictionary(s => s.Id);
        ThreadRoots.Of(known[id], known).ShouldBe(root);
    }

    [Fact]
    public void A_thread_that_bites_its_tail_ends()
    {
        var known = new[] { Of("a", "b"), Of("b", "a") }.ToDictionary(s => s.Id);
        ThreadRoots.Of(known["a"], known).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("@ola Hei!\nVannet kommer\n– Kari", "<p>@ola@m.example Hei!<br>Vannet kommer<br>– Kari</p>", true)]
    [InlineData("@ola@m.example **Hei**", "<p><span><a href='https://m.example/@ola' class='mention'>@ola</a></span> <strong>Hei</strong></p>", true)]
    [InlineData("@ola Hei", "<p>@ola Hei igjen</p>", false)]
    public void Words_are_known_again_whatever_HTML_the_server_made_of_them(string sent, string html, bool same) =>
        SentWords.Are(new StatusDraft(sent, "a", Visibility.Public, "", null, []), Of("x", "a", html: html)).ShouldBe(same);

    private static Status Of(string id, string? parent, string visibility = "public", string html = "<p>hei</p>")
    {
        var json = System.Text.Json.JsonSerializer.Serialize(new
        {
            id, uri = $"https://m.example/{id}", content = html, created_at = "2026-11-25T08:00:00Z", visibility, in_reply_to_id = parent,
            account = new { id = "1", acct = "ola", url = "https://m.example/@ola" },
        });
        return Status.TryParse(json, out var status) ? status : throw new InvalidOperationException(json);
    }
}
