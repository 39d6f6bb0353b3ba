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

    [Fact]
    public void Lines_become_a_query_that_can_be_edited()
    {
        new SearchInput("Om oss", "Fjordvik kommune\nFjordvik", "hytte", "").Composed.ShouldBe("(\"Fjordvik kommune\" OR Fjordvik) -hytte");
        new SearchInput("Om oss", "Fjordvik", "", "noe annet").Composed.ShouldBe("noe annet");
    }
}
