using Rotfeste.Networks.Mastodon.Text;

namespace Rotfeste.Tests.Networks.Mastodon;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>Hei!</p><p>Når kommer<br>bussen?</p>", "Hei!\n\nNår kommer\nbussen?")]
    [InlineData("@fjordvik når<br>", "@fjordvik når")]
    [InlineData("<p><span class=\"h-card\"><a href=\"https://m.example/@fjordvik\" class=\"u-url mention\">@<span>fjordvik</span></a></span> hei</p>", "@fjordvik hei")]
    [InlineData("<p><a href=\"https://m.example/tags/vann\" class=\"mention hashtag\">#<span>vann</span></a></p>", "#vann")]
    [InlineData("<p><a href=\"https://a.example/lang/sti\"><span class=\"invisible\">https://</span><span class=\"ellipsis\">a.example/la</span><span class=\"invisible\">ng/sti</span></a></p>", "https://a.example/lang/sti")]
    [InlineData("<p><a href=\"https://evil.example/\">fjordvik.no</a></p>", "fjordvik.no (https://evil.example/)")]
    [InlineData("<p><a href=\"javascript:alert(1)\">trykk</a></p>", "trykk")]
    [InlineData("<ul><li>en</li><li>to</li></ul>", "• en\n• to")]
    [InlineData("før<script>alert(1)</script><style>x</style> etter", "før etter")]
    [InlineData("<img src=x onerror=alert(1) alt=\":smil:\"> hei", ":smil: hei")]
    [InlineData("&lt;b&gt; er ikke fet &amp; det er greit", "<b> er ikke fet & det er greit")]
    [InlineData("", "")]
    public void The_words_come_out_and_nothing_of_the_HTML(string html, string words) => HtmlText.Read(html).Text.ShouldBe(words);

    [Fact]
    public void Links_are_found_and_mentions_are_none()
    {
        var read = HtmlText.Read("<a href=\"https://a.example/x\">https://a.example/x</a> <a class=mention href=\"https://m.example/@k\">@k</a> <a href=\"data:text/html,x\">d</a>");
        read.Links.Select(l => l.ToString()).ShouldBe(["https://a.example/x"]);
    }

    [Fact]
    public void HTML_that_nests_without_end_is_read_to_its_end()
    {
        var html = string.Concat(Enumerable.Repeat("<div><b>", 500_000)) + "bunn &amp; <<b>script>topp";
        HtmlText.Read(html).Text.ShouldEndWith("bunn &  script>topp");
        HtmlText.Read(string.Concat(Enumerable.Repeat("<div><b>", 1_000)) + "bunn").Text.ShouldBe("bunn");
    }
}
