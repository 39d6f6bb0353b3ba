using Rotfeste.People.Contracts;
using Rotfeste.People.Organisations;

namespace Rotfeste.Tests.People.Organisations;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Fjordvik kommune", "fjordvik")]
    [InlineData("Statens vegvesen", "statens-vegvesen")]
    [InlineData("Bø & Ås Sparebank AS", "bo-as-sparebank")]
    [InlineData("Kommune", "kommune")]
    [InlineData("Økern Café", "okern-cafe")]
    [InlineData("Setup", "org-setup")]
    [InlineData("日本", "org")]
    [InlineData("a", "org-a")]
    public void A_name_becomes_the_first_part_of_an_address(string name, string slug) => Slug.Of(name).ShouldBe(slug);

    [Fact]
    public void A_taken_one_gets_a_number() =>
        Slug.Free("Fjordvik kommune", new HashSet<string> { "fjordvik", "fjordvik-2" }).ShouldBe("fjordvik-3");

    [Fact]
    public void No_name_makes_an_address_that_a_browser_must_escape() =>
        Slug.Of("<script>/../%2e\u202e  ' OR 1=1 --" + new string('x', 500)).ShouldMatch("^[a-z0-9-]{1,40}$");

    [Theory]
    [InlineData(OrganisationKind.Public, "nb", "Fjordvik kommune", "kommunen")]
    [InlineData(OrganisationKind.Public, "nb", "Viken fylkeskommune", "fylkeskommunen")]
    [InlineData(OrganisationKind.Services, "nb", "Bø Sparebank", "banken")]
    [InlineData(OrganisationKind.Public, "nb", "Vann- og avløpsetaten", "etaten")]
    [InlineData(OrganisationKind.Public, "da", "Sundhedsstyrelsen", "styrelsen")]
    [InlineData(OrganisationKind.Services, "nn", "Hjelp og stell", "verksemda")]
    [InlineData(OrganisationKind.Engineering, "en", "Bolt and Beam", "the company")]
    public void The_noun_follows_from_name_kind_and_language(OrganisationKind kind, string language, string name, string noun) =>
        Nouns.For(kind, language, name).ShouldBe(noun);
}
