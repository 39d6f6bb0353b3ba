using System.Xml.Linq;

namespace Rotfeste.Tests.Architecture;

/// <summary>A room references only rooms on lower floors, and nobody stands outside the list.</summary>
public sealed class FloorTests
{
    [Fact]
    public void Every_reference_points_to_a_lower_floor()
    {
        var projects = House.Files("*.csproj").ToList();

        projects.Count.ShouldBe(House.Floors.Count);
        projects.SelectMany(p => Breaches(Path.GetFileNameWithoutExtension(p)["Rotfeste.".Length..], XDocument.Load(p))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("People", "Channels", "People (floor 1) references Channels (floor 2)")]
    [InlineData("Matching", "Platform", "Matching is an engine and references Platform")]
    [InlineData("Cellar", "Platform", "Cellar is not on the list")]
    public void A_reference_upward_is_found(string room, string reference, string breach) =>
        Breaches(room, XDocument.Parse($"""<Project><ItemGroup><ProjectReference Include="../Rotfeste.{reference}/Rotfeste.{reference}.csproj" /></ItemGroup></Project>"""))
            .ShouldBe([breach]);

    private static IEnumerable<string> Breaches(string room, XDocument project)
    {
        if (!House.Floors.TryGetValue(room, out var floor))
        {
            yield return $"{room} is not on the list";
            yield break;
        }

        foreach (var reference in House.References(project))
        {
            if (House.Engines.Contains(room))
                yield return $"{room} is an engine and references {reference}";
            else if (House.Floors.GetValueOrDefault(reference, 99) >= floor)
                yield return $"{room} (floor {floor}) references {reference} (floor {House.Floors.GetValueOrDefault(reference, 99)})";
        }
    }
}
