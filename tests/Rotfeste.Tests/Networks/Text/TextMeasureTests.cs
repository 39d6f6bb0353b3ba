using Rotfeste.Networks.Text;

namespace Rotfeste.Tests.Networks.Text;

public sealed class TextMeasureTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("abc", 3, 3)]
    [InlineData("æøå", 3, 6)]
    [InlineData("👩‍🚒", 1, 11)]
    [InlineData("🇳🇴🇩🇰", 2, 16)]
    [InlineData("e\u0301", 1, 3)]
    [InlineData("👍🏽", 1, 8)]
    [InlineData("שלום", 4, 8)]
    [InlineData("a\u200Bb", 3, 5)]
    [InlineData("\r\n", 1, 2)]
    public void A_text_is_counted_as_people_see_it_and_as_it_is_sent(string text, int graphemes, int bytes)
    {
        var measure = TextMeasure.Of(text, TextLimit.BlueskyPost);
        (measure.Graphemes, measure.Bytes).ShouldBe((graphemes, bytes));
        measure.Remaining.ShouldBe(300 - graphemes);
        measure.RemainingBytes.ShouldBe(3_000 - bytes);
    }

    [Fact]
    public void Three_hundred_characters_fit_and_one_more_does_not()
    {
        TextMeasure.Of(new string('å', 300), TextLimit.BlueskyPost).Fits.ShouldBeTrue();
        var over = TextMeasure.Of(new string('å', 301), TextLimit.BlueskyPost);
        over.Fits.ShouldBeFalse();
        over.Remaining.ShouldBe(-1);
    }

    [Fact]
    public void Emoji_can_break_the_byte_limit_alone()
    {
        var measure = TextMeasure.Of(string.Concat(Enumerable.Repeat("👩‍🚒", 273)), TextLimit.BlueskyPost);
        measure.Remaining.ShouldBe(27);
        measure.RemainingBytes.ShouldBe(-3);
        measure.Fits.ShouldBeFalse();
    }

    [Fact]
    public void A_hundred_thousand_characters_are_measured() =>
        TextMeasure.Of(new string('x', 100_000), TextLimit.BlueskyPost).Remaining.ShouldBe(-99_700);
}
