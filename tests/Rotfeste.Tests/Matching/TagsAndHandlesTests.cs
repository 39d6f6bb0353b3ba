using Rotfeste.Matching;

namespace Rotfeste.Tests.Matching;

public class TagsAndHandlesTests
{
    [Theory]
    [InlineData("#skole", "om #Skole.", true)]
    [InlineData("#skole", "om skole", false)]
    [InlineData("skole", "om #Skole.", true)]
    [InlineData("#skole", "om x#skole", false)]
    [InlineData("#skole", "om ##skole", true)]
    [InlineData("#skole", "om #skolen", false)]
    [InlineData("#skole", "https://a.no/#skole", false)]
    [InlineData("#a2024", "#a2024", true)]
    public void A_tag_is_found_whole_and_only_behind_its_sign(string query, string text, bool isFound) =>
        Find.In(text, query).ShouldBe(isFound);

    [Fact]
    public void A_tag_beside_the_text_is_found_as_a_tag_and_not_as_a_word()
    {
        var post = new Post("hei") { Tags = ["#Skole", "sport"] };
        Find.Query("#skole").Fits(post).ShouldBeTrue();
        Find.Query("#Sport").Fits(post).ShouldBeTrue();
        Find.Query("sport").Fits(post).ShouldBeFalse();
    }

    [Theory]
    [InlineData("@nav", "hei @NAV!", true)]
    [InlineData("@nav", "hei @nav.no", false)]
    [InlineData("@nav.no", "hei @nav.no.", true)]
    [InlineData("@nav", "hei @nav@x.no", false)]
    [InlineData("@nav@x.no", "hei @Nav@X.no, du", true)]
    [InlineData("@nav", "hei@nav", false)]
    [InlineData("@nav", "hei .@nav", false)]
    [InlineData("@nav", "hei (@nav)", true)]
    [InlineData("nav", "hei @nav", true)]
    [InlineData("@nav.", "hei @nav", true)]
    public void A_handle_is_compared_whole(string query, string text, bool isFound) => Find.In(text, query).ShouldBe(isFound);

    [Fact]
    public void A_mention_beside_the_text_is_found_as_a_handle_and_not_as_a_word()
    {
        var post = new Post("hei") { Mentions = ["@Kari.no", "nav"] };
        Find.Query("@kari.no").Fits(post).ShouldBeTrue();
        Find.Query("@nav").Fits(post).ShouldBeTrue();
        Find.Query("nav").Fits(post).ShouldBeFalse();
    }
}
