namespace Rotfeste.Tests.Architecture;

/// <summary>No room reads another room's tables.</summary>
public sealed class TableTests
{
    [Fact]
    public void No_room_names_a_table_of_another_room() =>
        House.Rooms.Append("Platform").SelectMany(room => House.FilesOf(room, "*.cs")
            .SelectMany(f => Foreign(room, File.ReadAllText(f)).Select(t => $"{House.Short(f)}: {t}"))).ShouldBeEmpty();

    [Fact]
    public void A_foreign_table_is_found() =>
        Foreign("Dialogue", "\"SELECT 1 FROM listening_posts\"").ShouldBe(["listening_"]);

    private static IEnumerable<string> Foreign(string room, string source) => House.Rooms.Append("Platform")
        .Where(other => other != room)
        .Select(other => $"{other.ToLowerInvariant()}_")
        .Where(prefix => source.Contains($"\"{prefix}", StringComparison.Ordinal) || source.Contains($" {prefix}", StringComparison.Ordinal));
}
