using Rotfeste.Networks.Text;

namespace Rotfeste.Tests.Networks.Text;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("en\r\nto\rtre", "en\nto\ntre")]
    [InlineData("hei \n ", "hei")]
    [InlineData("a\0b\u0007c\u001b[31m", "abc[31m")]
    [InlineData("\u200Fשלום", "\u200Fשלום")]
    [InlineData("👩‍🚒", "👩‍🚒")]
    [InlineData("a\tb", "a\tb")]
    public void What_was_typed_is_made_fit_to_send(string typed, string clean) => PlainText.Clean(typed).ShouldBe(clean);

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() => PlainText.Clean("a\uD83Db").ShouldBe("a\uFFFDb");
}
