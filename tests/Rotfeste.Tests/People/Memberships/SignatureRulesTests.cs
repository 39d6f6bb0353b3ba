using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;

namespace Rotfeste.Tests.People.Memberships;

public sealed class SignatureRulesTests
{
    [Fact]
    public void A_first_name_stands_with_the_unit_that_the_public_knows() =>
        Write(SignatureStyle.FirstName, NameChoice.Name, "Kundetorget").Text.ShouldBe("– Kari, Kundetorget");

    [Fact]
    public void A_unit_that_the_public_does_not_know_is_left_out() =>
        Write(SignatureStyle.FirstName, NameChoice.Name, null).Text.ShouldBe("– Kari");

    [Fact]
    public void Initials_stand_after_a_stroke() =>
        Write(SignatureStyle.Initials, NameChoice.Name, "Kundetorget").Text.ShouldBe("/KL");

    [Theory]
    [InlineData(SignatureStyle.FirstName)]
    [InlineData(SignatureStyle.Initials)]
    [InlineData(SignatureStyle.Unit)]
    public void A_shielded_person_is_never_named(SignatureStyle style)
    {
        Write(style, NameChoice.Shielded, "Kundetorget").Text.ShouldBe("– Kundetorget");
        Write(style, NameChoice.Shielded, null).Text.ShouldBe("– Fjordvik kommune");
    }

    [Theory]
    [InlineData(SignatureStyle.FirstName)]
    [InlineData(SignatureStyle.Initials)]
    public void Nobody_is_named_before_being_asked(SignatureStyle style) =>
        Write(style, NameChoice.NotAsked, "Kundetorget").ShouldBe(new Signature("", MustAsk: true));

    [Fact]
    public void Where_the_unit_signs_there_is_nothing_to_ask() =>
        Write(SignatureStyle.Unit, NameChoice.NotAsked, "Kundetorget").ShouldBe(new Signature("– Kundetorget", MustAsk: false));

    private static Signature Write(SignatureStyle style, NameChoice choice, string? unit) =>
        SignatureRules.Write(style, choice, "Kari Lunde", "Kari", unit, "Fjordvik kommune");
}
