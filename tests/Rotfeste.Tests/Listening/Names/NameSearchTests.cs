using Rotfeste.Listening.Names;

namespace Rotfeste.Tests.Listening.Names;

public sealed class NameSearchTests
{
    private static readonly PersonName[] Names = [new("Kari Åse Lunde"), new("Bjørn Ødegård"), new("Tor")];

    [Theory]
    [InlineData("\"Kari Lunde\"", "\"Kari Lunde\"")]
    [InlineData("kari lunde", "kari lunde")]
    [InlineData("skole OR (kari NEAR/3 lunde)", "(kari NEAR/3 lunde)")]
    [InlineData("Kari (Lunde OR skole)", "Kari (Lunde OR skole)")]
    [InlineData("~\"bjorn oedegaard\" OR ~bjoern ~odegard OR ~\"bjoern oedegaard\"", "~\"bjoern oedegaard\"")]
    [InlineData("bjørn ødeg*", "bjørn ødeg*")]
    [InlineData("*jørn *degård", "*jørn *degård")]
    [InlineData("'x' OR 'Kari Lunde'", "'Kari Lunde'")]
    [InlineData("#KariLunde", "#KariLunde")]
    [InlineData("karilunde", "karilunde")]
    [InlineData("=Kari =Åse", "=Kari =Åse")]
    [InlineData("skole -(-kari OR -lunde)", "(-kari OR -lunde)")]
    public void A_search_that_could_find_a_colleague_by_name_is_seen(string query, string cause)
    {
        var aim = NameSearch.Aim(Matching.Find.Query(query).Outline, Names).ShouldNotBeNull();
        query.Substring(aim.Range.Start, aim.Range.Length).ShouldBe(cause);
    }

    [Theory]
    [InlineData("Lunde")]
    [InlineData("Lunde OR Kari")]
    [InlineData("\"Lunde skole\" OR \"Kari Bremnes\"")]
    [InlineData("Fjordvik -\"Kari Lunde\"")]
    [InlineData("Fjordvik NOT (kari lunde)")]
    [InlineData("Tor")]
    [InlineData("k*")]
    [InlineData("kari #skole")]
    [InlineData("post@fjordvik.example kari")]
    public void Other_searches_are_let_through(string query) =>
        NameSearch.Aim(Matching.Find.Query(query).Outline, Names).ShouldBeNull();

    [Fact]
    public void A_search_as_long_as_it_may_be_is_judged_against_a_thousand_names()
    {
        var names = Enumerable.Range(0, 1_000).Select(i => new PersonName($"Navn{i} Etternavn{i}")).ToArray();
        var query = string.Join(" OR ", Enumerable.Range(0, 900).Select(i => $"\"Navn{i} Sted{i}\""));
        NameSearch.Aim(Matching.Find.Query(query).Outline, names).ShouldBeNull();
        NameSearch.Aim(Matching.Find.Query(query + " OR \"etternavn7 NAVN7\"").Outline, names).ShouldNotBeNull();
    }
}
