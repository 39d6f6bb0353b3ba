using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Rotfeste.Tests.Architecture;

/// <summary>From another room only its Contracts are used; Host may also touch doors. Read from the built assemblies.</summary>
public sealed class DoorTests
{
    [Fact]
    public void Only_contracts_of_other_rooms_are_used() =>
        House.Rooms.Append("Host").SelectMany(room => Used(room).SelectMany(type => Breaches(room, type.Namespace, type.Name))).ShouldBeEmpty();

    [Theory]
    [InlineData("Dialogue", "Rotfeste.People.Units", "Unit", true)]
    [InlineData("Dialogue", "Rotfeste.People", "PeopleRoom", true)]
    [InlineData("Dialogue", "Rotfeste.People.Contracts", "Colleague", false)]
    [InlineData("Dialogue", "Rotfeste.Dialogue.Inbox", "InboxPage", false)]
    [InlineData("Host", "Rotfeste.People", "PeopleRoom", false)]
    [InlineData("Host", "Rotfeste.People.Units", "Unit", true)]
    public void A_way_round_the_door_is_found(string room, string space, string type, bool breach) =>
        Breaches(room, space, type).Any().ShouldBe(breach);

    [Fact]
    public void The_reader_sees_the_types_that_a_room_uses() =>
        Used("Dialogue").ShouldContain(t => t.Namespace == "Rotfeste.People.Contracts");

    private static IEnumerable<string> Breaches(string room, string space, string type)
    {
        var owner = House.Rooms.FirstOrDefault(r => space == $"Rotfeste.{r}" || space.StartsWith($"Rotfeste.{r}.", StringComparison.Ordinal));
        if (owner is null || owner == room || space == $"Rotfeste.{owner}.Contracts")
            yield break;
        if (room == "Host" && space == $"Rotfeste.{owner}")
            yield break;
        yield return $"{room} uses {space}.{type}";
    }

    private static List<(string Namespace, string Name)> Used(string room)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"Rotfeste.{room}.dll"));
        using var assembly = new PEReader(file);
        var metadata = assembly.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Select(t => (metadata.GetString(t.Namespace), metadata.GetString(t.Name))).Where(t => t.Item1.Length > 0),
        ];
    }
}
