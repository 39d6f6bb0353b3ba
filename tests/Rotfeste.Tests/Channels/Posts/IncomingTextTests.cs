using Rotfeste.Channels.Posts;

namespace Rotfeste.Tests.Channels.Posts;

public sealed class IncomingTextTests
{
    [Fact]
    public void A_very_long_text_is_cut_between_characters_and_says_so()
    {
        var (text, isCut) = IncomingText.Clean(string.Concat(Enumerable.Repeat("👋", 60_000)), 99_999);

        (text.Length, isCut).ShouldBe((99_998, true));
        text.ShouldAllBe(c => char.IsSurrogate(c));
    }

    [Fact]
    public void A_text_of_just_the_length_is_whole() => IncomingText.Clean(new string('æ', 100_000), 100_000).IsCut.ShouldBeFalse();

    [Theory]
    [InlineData("a\u0000b\u001b[31mc\u0085d", "ab[31mc\nd")]
    [InlineData("én\r\nto\tre", "én\nto\tre")]
    [InlineData("שלום\u200f \u202ehei\u200b", "שלום\u200f \u202ehei\u200b")]
    public void Control_characters_go_and_what_people_write_stays(string outside, string kept) =>
        IncomingText.Clean(outside, 1000).Text.ShouldBe(kept);

    [Fact]
    public void Half_a_character_becomes_a_mark_of_what_was_lost() => IncomingText.Clean("\ud800halv", 10).Text.ShouldBe("\ufffdhalv");

    [Fact]
    public void A_name_is_one_line() => IncomingText.Line(" Kari\n\nNordmann ").ShouldBe("Kari  Nordmann");
}
