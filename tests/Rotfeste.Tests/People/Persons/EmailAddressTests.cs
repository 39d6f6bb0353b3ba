using Rotfeste.People.Persons;

namespace Rotfeste.Tests.People.Persons;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("kari.lunde@fjordvik.example")]
    [InlineData("  kari@fjordvik.example ")]
    [InlineData("Kari+rot@xn--bl-yia.example")]
    public void An_address_is_read(string typed) => EmailAddress.Read(typed).ShouldBe(typed.Trim());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kari")]
    [InlineData("kari@")]
    [InlineData("Kari Lunde <kari@fjordvik.example>")]
    [InlineData("kari@fjordvik.example\r\nBcc: alle@fjordvik.example")]
    [InlineData("kari@fjordvik.example, tor@fjordvik.example")]
    public void Anything_else_is_not(string? typed) => EmailAddress.Read(typed).ShouldBeNull();

    [Fact]
    public void Capitals_do_not_make_another_person() =>
        EmailAddress.KeyOf(" Kari.Lunde@Fjordvik.example").ShouldBe(EmailAddress.KeyOf("kari.lunde@fjordvik.EXAMPLE"));
}
