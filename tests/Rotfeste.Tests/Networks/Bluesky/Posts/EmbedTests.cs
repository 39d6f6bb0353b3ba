using Rotfeste.Networks.Bluesky.Posts;

namespace Rotfeste.Tests.Networks.Bluesky.Posts;

public sealed class EmbedTests
{
    private const string Quoted = """
        {"$type":"app.bsky.embed.record#viewRecord","uri":"at://did:plc:kari/app.bsky.feed.post/3kq","cid":"bafyreiquoted",
         "author":{"did":"did:plc:kari","handle":"kari.test"},"value":{"text":"Sagt før","createdAt":"2026-11-20T10:00:00Z"}}
        """;

    private const string Images = """
        {"$type":"app.bsky.embed.images#view","images":[
          {"thumb":"https://cdn.example/t.jpg","fullsize":"https://cdn.example/f.jpg","alt":"Et hull i veien","aspectRatio":{"width":4,"height":3}},
          {"thumb":"data:text/html,x","fullsize":"file:///etc/passwd"}]}
        """;

    [Fact]
    public async Task Pictures_carry_their_words_and_only_web_addresses()
    {
        var pictures = (await Read(Images)).ShouldHaveSingleItem().ShouldBeOfType<Pictures>();
        pictures.Items[0].ShouldBe(new Picture(new("https://cdn.example/t.jpg"), new("https://cdn.example/f.jpg"), "Et hull i veien", 4, 3));
        pictures.Items[1].ShouldBe(new Picture(null, null, "", 0, 0));
    }

    [Fact]
    public async Task A_card_leads_to_its_page()
    {
        var card = await Read("""{"$type":"app.bsky.embed.external#view","external":{"uri":"https://fjordvik.no","title":"Fjordvik","description":"Kommune"}}""");
        card.ShouldHaveSingleItem().ShouldBe(new LinkCard(new("https://fjordvik.no"), "Fjordvik", "Kommune", null));
    }

    [Fact]
    public async Task A_card_that_leads_to_a_script_is_not_shown_as_one()
    {
        var card = await Read("""{"$type":"app.bsky.embed.external#view","external":{"uri":"javascript:alert(1)","title":"x"}}""");
        card.ShouldHaveSingleItem().ShouldBeOfType<UnknownEmbed>();
    }

    [Fact]
    public async Task A_quote_shows_who_said_what()
    {
        var quote = (await Read($$"""{"$type":"app.bsky.embed.record#view","record":{{Quoted}}}""")).ShouldHaveSingleItem().ShouldBeOfType<Quote>();
        (quote.State, quote.Author!.Handle.Value, quote.Text, quote.Uri.Key).ShouldBe((QuoteState.Shown, "kari.test", "Sagt før", "3kq"));
    }

    [Theory]
    [InlineData("viewNotFound", QuoteState.NotFound)]
    [InlineData("viewBlocked", QuoteState.Blocked)]
    [InlineData("viewDetached", QuoteState.Detached)]
    public async Task A_quote_that_cannot_be_shown_says_why(string view, QuoteState state)
    {
        var json = $$$"""{"$type":"app.bsky.embed.record#view","record":{"$type":"app.bsky.embed.record#{{{view}}}","uri":"at://did:plc:kari/app.bsky.feed.post/3kq"}}""";
        (await Read(json)).ShouldHaveSingleItem().ShouldBeOfType<Quote>().State.ShouldBe(state);
    }

    [Fact]
    public async Task A_quote_with_pictures_gives_both()
    {
        var both = await Read($$$"""{"$type":"app.bsky.embed.recordWithMedia#view","media":{{{Images}}},"record":{"record":{{{Quoted}}}}}""");
        both.Select(e => e.GetType()).ShouldBe([typeof(Pictures), typeof(Quote)]);
    }

    [Fact]
    public async Task A_film_carries_its_words()
    {
        var film = await Read("""{"$type":"app.bsky.embed.video#view","playlist":"https://video.example/p.m3u8","thumbnail":"https://video.example/t.jpg","alt":"Brøyting"}""");
        film.ShouldHaveSingleItem().ShouldBe(new Video(new("https://video.example/p.m3u8"), new("https://video.example/t.jpg"), "Brøyting"));
    }

    [Theory]
    [InlineData("""{"$type":"app.bsky.embed.hologram#view"}""", "app.bsky.embed.hologram#view")]
    [InlineData("""{"$type":"app.bsky.embed.record#view","record":{"$type":"app.bsky.graph.defs#listView","uri":"at://did:plc:kari/app.bsky.graph.list/1"}}""", "app.bsky.graph.defs#listView")]
    [InlineData("""{"$type":7}""", "")]
    public async Task Something_newer_than_this_client_is_kept_by_name(string json, string type) =>
        (await Read(json)).ShouldHaveSingleItem().ShouldBe(new UnknownEmbed(type));

    private static async Task<IReadOnlyList<Embed>> Read(string embed)
    {
        var post = Samples.Post("3k1", $",\"embed\":{embed}");
        var answer = await StubServer.Ok($$"""{"posts":[{{post}}]}""").Client().GetPosts([], "t", TestContext.Current.CancellationToken);
        return answer.Value!.Found.ShouldHaveSingleItem().Embeds;
    }
}
