using Rotfeste.Channels.Contracts;

namespace Rotfeste.Tests.Channels.Contracts;

public sealed class TextRulesTests
{
    [Fact]
    public void A_text_is_measured_as_people_count_and_as_it_will_be_sent()
    {
        TextRules.Measure("bluesky", "Hei 👨‍👩‍👧‍👦  \r\n").ShouldBe(new TextSize(5, 300, 29, 3000));
        TextRules.Measure("bluesky", new string('å', 301)).Fits.ShouldBeFalse();
    }

    [Fact]
    public void Links_mentions_and_tags_are_shown_as_what_they_are() =>
        TextRules.Read("bluesky", "Se fjordvik.no, @kari.example #vann").Select(p => (p.Text, p.Kind, p.Link)).ShouldBe(
        [
            ("Se ", "text", null), ("fjordvik.no", "link", "https://fjordvik.no"), (", ", "text", null), ("@kari.example", "mention", null),
            (" ", "text", null), ("#vann", "tag", null),
        ]);

    [Fact]
    public void An_unknown_network_is_a_bug() => Should.Throw<ArgumentException>(() => TextRules.Measure("myspace", "hei"));
}
