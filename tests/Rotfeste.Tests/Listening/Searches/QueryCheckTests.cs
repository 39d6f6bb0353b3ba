using Rotfeste.Listening.Searches;

namespace Rotfeste.Tests.Listening.Searches;

public sealed class QueryCheckTests
{
    private static readonly string[] Own = ["fjordvik.kommune.no"];

    [Theory]
    [InlineData("@kari.example")]
    [InlineData("Fjordvik OR @kari.example")]
    [InlineData("(-@kari)")]
    [InlineData("\"@kari\"")]
    [InlineData("＠kari.example")]
    [InlineData("@fjordvik.kommune.no @kari")]
    public void A_search_cannot_follow_a_strangers_account(string query) =>
        QueryCheck.StrangeHandle(query, Own).ShouldNotBeNull().Groups[1].Value.ShouldStartWith("kari");

    [Theory]
    [InlineData("@fjordvik.kommune.no")]
    [InlineData("@Fjordvik.Kommune.NO OR vann*")]
    [InlineData("post@fjordvik.example")]
    [InlineData("Fjordvik #vann")]
    public void Our_own_account_and_addresses_of_mail_may_be_searched_for(string query) =>
        QueryCheck.StrangeHandle(query, Own).ShouldBeNull();

    [Theory]
    [InlineData("a author:kari.example", "author:kari.example")]
    [InlineData("a OR (b -link:bsky.app/profile/kari.example)", "link:bsky.app/profile/kari.example")]
    [InlineData("link:https://mastodon.example/@kari", "link:https://mastodon.example/@kari")]
    [InlineData("link:www.instagram.com/kari", "link:www.instagram.com/kari")]
    [InlineData("link:linkedin.com/in/kari", "link:linkedin.com/in/kari")]
    public void A_search_cannot_follow_a_strangers_words_or_page(string query, string cause)
    {
        var outline = Matching.Find.Query(query).Outline;
        var part = QueryCheck.StrangeAccount(outline, Own).ShouldNotBeNull();
        query.Substring(part.Range.Start, part.Range.Length).ShouldBe(cause);
    }

    [Theory]
    [InlineData("author:fjordvik.kommune.no")]
    [InlineData("link:bsky.app/profile/Fjordvik.kommune.no")]
    [InlineData("link:instagram.com")]
    [InlineData("link:fjordvik.example/in/enheter")]
    public void Our_own_words_and_other_pages_may_be_searched_for(string query) =>
        QueryCheck.StrangeAccount(Matching.Find.Query(query).Outline, Own).ShouldBeNull();

    [Fact]
    public void Lines_become_a_query_that_can_be_edited()
    {
        var input = SearchInput.Empty with { Names = "Fjordvik kommune\nFjordvik", About = "skole\n*barnehage*", Not = "hytte" };
        input.Composed.ShouldBe("(\"Fjordvik kommune\" OR Fjordvik) (skole OR *barnehage*) -hytte");
        (input with { Query = "noe annet" }).Composed.ShouldBe("noe annet");
    }
}
