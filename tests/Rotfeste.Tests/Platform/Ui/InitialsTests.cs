using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Tests.Platform.Ui;

public sealed class InitialsTests
{
    [Theory]
    [InlineData("Kari Lunde", "KL")]
    [InlineData("tor egil aas", "TA")]
    [InlineData("Åse", "Å")]
    [InlineData("  Lia   velforening  ", "LV")]
    [InlineData("🌲🌲", "?")]
    [InlineData("\u200b\u202e", "?")]
    [InlineData("", "?")]
    public void Initials_are_letters_or_a_question_mark(string name, string initials) => Initials.Of(name).ShouldBe(initials);
}
