using Rotfeste.Listening.Timelines;

namespace Rotfeste.Tests.Listening.Timelines;

public sealed class TagsNamedTests
{
    [Fact]
    public void Tags_of_searches_are_asked_for_each_once_and_at_most_ten() =>
        TagsNamed.In(["#Vann OR (#fjordvik ferge)", "-#vann", "mail#x", "#blåbær"]).ShouldBe(["blåbær", "fjordvik", "vann"]);
}
