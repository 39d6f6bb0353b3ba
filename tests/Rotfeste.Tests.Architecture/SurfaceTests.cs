using System.Reflection;

namespace Rotfeste.Tests.Architecture;

/// <summary>
/// What a room shows to others stands in a committed text: a change of it is seen in review. Written anew with
/// ROTFESTE_WRITE_SURFACE=1.
/// </summary>
public sealed class SurfaceTests
{
    private static readonly string Folder = Path.Combine(House.Root, "tests", "Rotfeste.Tests.Architecture", "Surface");

    public static TheoryData<string> All => [.. House.Floors.Keys.Where(r => r != "Host")];

    [Theory]
    [MemberData(nameof(All))]
    public void The_public_surface_is_the_one_agreed_on(string room)
    {
        var actual = Lines(Assembly.Load($"Rotfeste.{room}")).ToList();
        var file = Path.Combine(Folder, $"{room}.txt");
        if (Environment.GetEnvironmentVariable("ROTFESTE_WRITE_SURFACE") == "1")
            File.WriteAllLines(file, actual);

        var agreed = File.Exists(file) ? File.ReadAllLines(file) : [];
        actual.Except(agreed).Select(l => $"new: {l}").Concat(agreed.Except(actual).Select(l => $"gone: {l}")).ShouldBeEmpty();
    }

    [Fact]
    public void A_room_shows_only_contracts_its_door_screens_and_views() =>
        House.Rooms.SelectMany(room => Assembly.Load($"Rotfeste.{room}").GetExportedTypes().Where(t => !MayBeSeen(room, t))
            .Select(t => t.FullName)).ShouldBeEmpty();

    private static bool MayBeSeen(string room, Type type) =>
        type.Namespace == $"Rotfeste.{room}.Contracts"
        || (type.Namespace == $"Rotfeste.{room}" && type.Name.StartsWith(room, StringComparison.Ordinal))
        || type.Name == "_Imports"
        || IsComponent(type)
        || (type.DeclaringType ?? type).Name.EndsWith("View", StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsComponent(outer));

    private static bool IsComponent(Type type) => typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type);

    private static IEnumerable<string> Lines(Assembly assembly) => assembly.GetExportedTypes()
        .Where(t => !IsComponent(t) && t.Name != "_Imports")
        .SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => m is not MethodInfo { IsSpecialName: true } && !m.Name.StartsWith('<'))
            .Select(m => $"{t.FullName}: {m}").Prepend(t.FullName!))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);
}
