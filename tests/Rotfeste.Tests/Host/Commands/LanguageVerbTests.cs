using Rotfeste.Host.Commands;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Host.Commands;

public sealed class LanguageVerbTests
{
    [Fact]
    public void Each_line_gets_a_tag_and_a_probability()
    {
        using var target = new StringWriter();
        LanguageVerb.Write(new StringReader("Hvorfor kommer ikke bussen i dag?\n\nWhy does the bus not come today?\n"), target);
        target.ToString().Split('\n').Select(l => l.Split('\t')[0]).ShouldBe(["nb", "und", "en", ""]);
        target.ToString().Split('\n')[1].ShouldBe("und\t1.000");
    }
}
