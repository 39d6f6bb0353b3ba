using Rotfeste.Dialogue.Notes;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Dialogue.Notes;

public sealed class CallsTests
{
    private static readonly IReadOnlyList<Colleague> Colleagues =
        [.. new[] { "Kari Lunde", "Tor Egil Aas", "Tor Hansen", "Anne Lise Dahl", "Siri Bakken" }.Select(n =>
            new Colleague(new PersonId(Guid.CreateVersion7()), n, null, null, true, true, Roles.Employee))];

    [Theory]
    [InlineData("@Kari Lunde, vet du?", "Kari Lunde")]
    [InlineData("Vet du, @kari?", "Kari Lunde")]
    [InlineData("@Tor Egil og @Siri", "Tor Egil Aas,Siri Bakken")]
    [InlineData("@Kari, @Kari Lunde", "Kari Lunde")]
    [InlineData("@Karianne kommer", "")]
    [InlineData("post@kari.example svarer", "")]
    [InlineData("@fjordvik.example spør, og @", "")]
    public void A_name_calls_whoever_alone_has_it(string text, string called) =>
        string.Join(',', Calls.In(text, Colleagues).Called.Select(c => c.Name)).ShouldBe(called);

    [Fact]
    public void A_beginning_that_several_have_calls_nobody_and_says_who_they_are()
    {
        var calls = Calls.In("@Tor, kan du se på det?", Colleagues);

        calls.Called.ShouldBeEmpty();
        calls.Unclear.ShouldHaveSingleItem().Names.ShouldBe(["Tor Egil Aas", "Tor Hansen"]);
    }
}
