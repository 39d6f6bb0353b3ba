using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Overviews;
using Rotfeste.Listening.Posts;

namespace Rotfeste.Tests.Listening.Overviews;

public sealed class DigestingTests
{
    [Fact]
    public void A_word_is_new_when_five_people_say_it_far_more_often_than_before()
    {
        var before = Enumerable.Range(0, 40).Select(i => Post($"b{i}", "vann og vei")).ToList();
        var now = Enumerable.Range(0, 40).Select(i => Post($"n{i}", i < 8 ? "Tankbilen står ved vann og vei" : "vann og vei")).ToList();
        now.AddRange(Enumerable.Range(0, 20).Select(_ => Post("one person", "kampanjeord")));

        var digest = Digesting.Of(now, before);

        digest.Words.ShouldContain(w => w.What == "tankbilen" && w.Posts.Count == 8 && w.Before == 0);
        digest.Words.ShouldNotContain(w => w.What == "vann");
        digest.Words.ShouldNotContain(w => w.What == "kampanjeord");
    }

    [Fact]
    public void Of_few_posts_nobody_can_say_which_words_are_new()
    {
        var few = Enumerable.Range(0, Digesting.FewestPosts - 1).Select(i => Post($"n{i}", "tankbil")).ToList();
        Digesting.Of(few, few).Words.ShouldBeEmpty();
    }

    [Fact]
    public void Words_are_no_handles_addresses_or_numbers() =>
        Digesting.WordsOf("Hei @kari.example, SE https://fjordvik.no/skole 2026 og #Skolevei!").Order()
            .ShouldBe(["hei", "skolevei"]);

    [Theory]
    [InlineData("https://www.fjordvik.no/vann/?utm_source=x#kart", "fjordvik.no/vann")]
    [InlineData("https://fjordvik.no/sak?id=4&utm_medium=y", "fjordvik.no/sak?id=4")]
    [InlineData("https://bsky.app/profile/kari.example", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("fjordvik.no", null)]
    public void A_link_is_counted_without_what_only_tells_where_one_came_from(string address, string? counted) =>
        Digesting.Tidy(address).ShouldBe(counted);

    [Theory]
    [InlineData("nb-NO", "", "nb", false)]
    [InlineData("EN", "Dette er norsk og skal ikke leses", "en", false)]
    [InlineData("und", "Eg veit ikkje kva dette er, men det er frå i går og ho sa det.", "nn", true)]
    [InlineData("", "Jeg vet ikke hva dette er, men hun sa det i går og det var fra barnehagen.", "nb", true)]
    [InlineData("<script>", "", "und", true)]
    public void A_posts_own_tag_says_its_language_and_else_its_words_do(string own, string text, string tag, bool isGuessed) =>
        PostLanguage.Of(own.Length == 0 ? [] : [own], text).ShouldBe(new PostLanguage(tag, isGuessed));

    private static ReadPost Post(string author, string text) => new(MentionId.New(), author, text, []);
}
