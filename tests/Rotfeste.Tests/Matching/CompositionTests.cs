using Rotfeste.Matching;

namespace Rotfeste.Tests.Matching;

public class CompositionTests
{
    [Fact]
    public void Lists_of_names_become_a_query_that_one_may_edit() =>
        Query.Compose(["Fjordvik kommune", "Fjordvik"], ["skole", "barnehage*"], ["Fjordvik IL", "fotball"])
            .ShouldBe("(\"Fjordvik kommune\" OR Fjordvik) (skole OR barnehage*) -\"Fjordvik IL\" -fotball");

    [Theory]
    [InlineData("OR", "\"OR\"")]
    [InlineData("«Fjordvik»", "Fjordvik")]
    [InlineData("NAV (hjelp)", "\"NAV (hjelp)\"")]
    [InlineData("#fjordvik", "#fjordvik")]
    [InlineData("@fjordvik.no", "@fjordvik.no")]
    [InlineData("#to ord", "\"#to ord\"")]
    [InlineData("-minus", "\"-minus\"")]
    [InlineData("a*b", "\"ab\"")]
    [InlineData("lang:nb", "\"lang:nb\"")]
    [InlineData("🎉", "")]
    [InlineData(" ", "")]
    public void A_name_stands_for_itself(string name, string query) => Query.Compose([name, name], [], []).ShouldBe(query);

    [Fact]
    public void Without_names_or_subjects_there_is_no_query() => Query.Compose([], [], ["fotball"]).ShouldBe("");
}
