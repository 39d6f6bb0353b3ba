using System.Text;
using Rotfeste.Networks.Feeds;

namespace Rotfeste.Tests.Networks.Feeds;

public sealed class FeedReaderTests
{
    private static readonly Uri Address = new("https://avis.example/rss/nyheter.xml");

    [Fact]
    public void Entities_that_multiply_are_passed_over_and_nothing_is_fetched()
    {
        const string Bomb = """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
            <!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&c; &x;</title><item><title>Ett</title></item></channel></rss>
            """;

        var feed = Read(Bomb)!;

        feed.Title.ToPlain().ShouldBe("&c; &x;");
        feed.Items.Single().Title.ToPlain().ShouldBe("Ett");
    }

    [Theory]
    [InlineData("<rss><channel><item>", "<a>", "")]
    [InlineData("<rss><channel><item><title>x</title>", "<b x=\"", "")]
    [InlineData("<feed><entry>", "<title></x>", "</entry></feed>")]
    [InlineData("<rss><channel>", "<item>", "")]
    [InlineData("<rss>", "<![CDATA[", "")]
    [InlineData("<rss><channel><title>", "&amp", "</title></channel></rss>")]
    [InlineData("<rss><channel><title>", "&lt;div&gt;", "</title></channel></rss>")]
    [InlineData("<!DOCTYPE ", "[", "")]
    [InlineData("<rss><channel><item>", "<!--", "")]
    public async Task Megabytes_of_nesting_are_read_and_never_in_the_square_of_their_length(string before, string again, string after)
    {
        var bytes = Encoding.UTF8.GetBytes(before + string.Concat(Enumerable.Repeat(again, 2_000_000 / again.Length)) + after);

        // The square would be hours; that it is not is all that this says of time.
        var feed = await Task.Run(() => FeedReader.Read(bytes, null, Address).Feed).WaitAsync(TimeSpan.FromMinutes(2));

        (feed?.Items.Count ?? 0).ShouldBeLessThanOrEqualTo(FeedReader.MostItems);
    }

    [Fact]
    public void A_feed_cut_in_half_gives_what_was_whole_and_says_that_it_was_cut()
    {
        var feed = Read("<rss><channel><title>A</title><item><title>Ett</title></item><item><title>To</title></item><item><tit")!;

        feed.IsCut.ShouldBeTrue();
        feed.Items.Count.ShouldBe(2);
        Read("<rss><channel><item><title>Ett</title></item></channel></rss>")!.IsCut.ShouldBeFalse();
    }

    [Fact]
    public void A_web_page_that_answers_in_the_feeds_place_is_named_as_one()
    {
        Fault("<!doctype html><html><head><title>Finnes ikke</title></head></html>").ShouldBe(FeedFault.WebPage);
        Fault("  \n").ShouldBe(FeedFault.Empty);
        Fault("<opml><body/></opml>").ShouldBe(FeedFault.NotAFeed);
        Fault("hallo").ShouldBe(FeedFault.NotAFeed);
        Fault("{\"hello\":1}").ShouldBe(FeedFault.NotAFeed);
    }

    [Theory]
    [InlineData("windows-1252", "utf-8", "text/xml; charset=utf-8")]
    [InlineData("windows-1252", "iso-8859-1", null)]
    [InlineData("iso-8859-1", "", "text/xml; charset=iso-8859-1")]
    [InlineData("utf-8", "iso-8859-1", "text/xml; charset=iso-8859-1")]
    [InlineData("utf-16", "utf-16", null)]
    [InlineData("utf-8", "utf-16", null)]
    [InlineData("iso-8859-15", "iso-8859-15", null)]
    [InlineData("utf-8", "no-such-charset", "text/xml; charset=neither")]
    public void Letters_are_right_whatever_the_label_says(string written, string declared, string? contentType)
    {
        var text = $"<?xml version=\"1.0\"{(declared.Length > 0 ? $" encoding=\"{declared}\"" : "")}?><rss><channel><title>Blåbær på Ærø – «ja»</title></channel></rss>";
        if (written == "iso-8859-15" || written == "iso-8859-1")
            text = text.Replace('–', '-');
        var bytes = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(written)?.GetBytes(text) ?? Encoding.GetEncoding(written).GetBytes(text);

        FeedReader.Read(bytes, contentType, Address).Feed!.Title.ToPlain().ShouldStartWith("Blåbær på Ærø");
    }

    [Fact]
    public void What_stands_wrong_in_the_wild_is_read_all_the_same()
    {
        var feed = Read("""
            <rss version="2.0"><channel><title>Hav & land</title><link>https://avis.example</link>
            <item><title>R&oslash;d &nbsp; &#x1F600; <b>fet</b></title><dc:creator>kari@avis.example (Kari Lunde)</dc:creator>
            <guid isPermaLink="true">https://avis.example/1</guid><content:encoded><![CDATA[<p>Les <a href="/mer">mer</a><script>alert(1)</script></p>]]></content:encoded>
            <media:group><media:title>Bilde</media:title></media:group><pubDate>Tue, 25 Nov 2025 08:00:00 +0100</pubDate></item></channel></rss>
            """)!;

        var item = feed.Items.Single();
        item.Title.ToPlain().ShouldBe("Rød \u00A0 😀 fet".Replace("\u00A0 ", "", StringComparison.Ordinal));
        item.Author.ShouldBe(new FeedAuthor("Kari Lunde", "kari@avis.example"));
        item.Link.ShouldBe("https://avis.example/1");
        item.Content.ToPlain().ShouldBe("Les mer");
        item.Content.Links().ShouldBe(["https://avis.example/mer"]);
        item.Published.ShouldBe(new DateTimeOffset(2025, 11, 25, 7, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("Tue, 25 Nov 2025 08:00:00 +0100", "2025-11-25T07:00:00Z")]
    [InlineData("tir., 25 nov. 2025 08:00:00 GMT", "2025-11-25T08:00:00Z")]
    [InlineData("2025-11-25T08:00:00.5+01:00", "2025-11-25T07:00:00.5Z")]
    [InlineData("2025-11-25", "2025-11-25T00:00:00Z")]
    [InlineData("25.11.2025 08:15", "2025-11-25T08:15:00Z")]
    [InlineData("1. desember 2025 kl. 8:15", "2025-12-01T08:15:00Z")]
    [InlineData("Mon, 02 Jan 06 15:04:05 EST", "2006-01-02T20:04:05Z")]
    [InlineData("Jan 02 2006 03:04:05PM", "2006-01-02T15:04:05Z")]
    [InlineData("Mon Jan 02 2006 15:04:05 GMT-0700 (MST)", "2006-01-02T22:04:05Z")]
    [InlineData("13/2/2006", "2006-02-13T00:00:00Z")]
    [InlineData("2/1/2006", null)]
    [InlineData("2006", null)]
    [InlineData("31 Feb 2006", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    [InlineData("2025-11-25T08:00:00+99:00", null)]
    public void A_date_is_read_as_it_was_meant_or_not_at_all(string written, string? moment) =>
        FeedDates.Parse(written).ShouldBe(moment is null ? null : DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_page_names_its_feeds_and_the_usual_places_are_known()
    {
        const string Page = """
            <html><head><script>var x = '<link rel="alternate" type="application/rss+xml" href="/falsk">';</script><base href="https://avis.example/no/">
            <link rel="alternate" type="application/rss+xml" title="Nyheter &amp; mer" href="nyheter.xml"><LINK REL='alternate' TYPE='application/atom+xml' HREF='https://annet.example/a'>
            <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)"><link rel="stylesheet" href="x.css"><link rel=alternate hreflang=da href=/da></head></html>
            """;

        FeedDiscovery.InPage(Encoding.UTF8.GetBytes(Page), "text/html", Address).ShouldBe(
            [new(new("https://avis.example/no/nyheter.xml"), "Nyheter & mer"), new(new("https://annet.example/a"), "")]);
        FeedDiscovery.UsualPlaces(new("https://avis.example/blogg")).ShouldContain(new Uri("https://avis.example/blogg/feed"));
        FeedDiscovery.UsualPlaces(new("https://avis.example/blogg")).ShouldContain(new Uri("https://avis.example/rss.xml"));
    }

    private static Feed? Read(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text), null, Address).Feed;

    private static FeedFault Fault(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text), null, Address).Fault;
}
