using Rotfeste.Networks.Mastodon.Text;

namespace Rotfeste.Tests.Networks.Mastodon;

public sealed class StatusMeasureTests
{
    [Theory]
    [InlineData("hei", 3)]
    [InlineData("👩‍👩‍👧 ærlig", 7)]
    [InlineData("https://fjordvik.example/en/svaert/lang/adresse/som/aldri/tar/slutt", 23)]
    [InlineData("Se http://a.no.", 27)]
    [InlineData("@kari@mastodon.example takk", 10)]
    [InlineData("@kari takk", 10)]
    [InlineData("(@kari@mastodon.example:3000)", 7)]
    [InlineData("fjordvik.no", 11)]
    [InlineData("kari@mastodon.example", 21)]
    public void A_link_counts_the_same_and_the_domain_of_a_mention_is_free(string text, int letters) => StatusMeasure.Of(text, 23).ShouldBe(letters);

    [Fact]
    public void A_hostile_text_takes_time_in_proportion_to_its_length() =>
        StatusMeasure.Of(new string('@', 5_000) + new string('a', 200_000), 23).ShouldBe(205_000);
}
