using Rotfeste.People.Passwords;

namespace Rotfeste.Tests.People.Passwords;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("varm kaffe under brua")]
    [InlineData("en hest av rødt glass")]
    [InlineData("k7#Qvx!2mPz9")]
    [InlineData("trappen 14 lukter tjære")]
    public void A_long_password_of_ones_own_will_do(string password) =>
        PasswordRules.Check(password, "Fjordvik kommune", "Kari Lunde", "kari.lunde@fjordvik.example").ShouldBeNull();

    [Theory]
    [InlineData("kort", nameof(PasswordFlaw.TooShort))]
    [InlineData("elleve tegn", nameof(PasswordFlaw.TooShort))]
    [InlineData("passord12345", nameof(PasswordFlaw.Common))]
    [InlineData("P@ssw0rd2026", nameof(PasswordFlaw.Common))]
    [InlineData("Velkommen2026!", nameof(PasswordFlaw.Common))]
    [InlineData("sommer2026!!", nameof(PasswordFlaw.Common))]
    [InlineData("QWERTYuiop123", nameof(PasswordFlaw.Common))]
    [InlineData("aaaaaaaaaaaaaaa", nameof(PasswordFlaw.Pattern))]
    [InlineData("fjellfjellfjell", nameof(PasswordFlaw.Pattern))]
    [InlineData("lkjhgfdsapoiuy", nameof(PasswordFlaw.Pattern))]
    [InlineData("abababababab", nameof(PasswordFlaw.Pattern))]
    [InlineData("Fjordvik kommune", nameof(PasswordFlaw.Named))]
    [InlineData("fjordvik-2026", nameof(PasswordFlaw.Named))]
    [InlineData("kari.lunde.1", nameof(PasswordFlaw.Named))]
    public void What_is_guessed_first_is_refused(string password, string flaw) =>
        PasswordRules.Check(password, "Fjordvik kommune", "Kari Lunde", "kari.lunde@fjordvik.example").ToString().ShouldBe(flaw);

    [Fact]
    public void A_password_longer_than_anyone_types_is_refused() =>
        PasswordRules.Check(new string('a', 201)).ShouldBe(PasswordFlaw.TooLong);

    [Fact]
    public void Two_hundred_common_passwords_of_twelve_characters_or_more_are_known()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("Rotfeste.People.Passwords.common-passwords.txt")!;
        var listed = new StreamReader(stream).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        listed.Count(p => p.Length >= 12).ShouldBeGreaterThanOrEqualTo(200);
        listed.ShouldAllBe(p => PasswordRules.Check(p) != null);
    }
}
