using System.Reflection;

namespace Rotfeste.Tests.Architecture;

/// <summary>
/// What a room shows to others stands in a committed text: a change of it is seen in review. Written anew with
/// ROTFESTE_WRITE_SURFACE=1.
/// </summary>
public sealed class SurfaceTests
{
    private static readonly string Folder = Path.Combine(House.Root, "tests", "Rotfeste.Tests.Architecture", "Surface");

    private static readonly HashSet<string> MadeByTheCompiler =
        ["Equals", "GetHashCode", "ToString", "Deconstruct", "<Clone>$", "value__"];

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
        House.Rooms.SelectMany(room => TooOpen(room, Assembly.Load($"Rotfeste.{room}"))).ShouldBeEmpty();

    private static IEnumerable<string?> TooOpen(string room, Assembly assembly)
    {
        var taken = TakenByScreens(assembly);
        return assembly.GetExportedTypes().Where(t => !MayBeSeen(room, t, taken)).Select(t => t.FullName);
    }

    private static bool MayBeSeen(string room, Type type, HashSet<Type> taken) =>
        type.Namespace == $"Rotfeste.{room}.Contracts"
        || (type.Namespace == $"Rotfeste.{room}" && type.Name.StartsWith(room, StringComparison.Ordinal))
        || type.Name == "_Imports"
        || IsComponent(type)
        || taken.Contains(type);

    // What screens take: the types of their parameters, and the types of those types' properties.
    private static HashSet<Type> TakenByScreens(Assembly assembly)
    {
        var taken = new HashSet<Type>();
        var waiting = new Queue<Type>(assembly.GetExportedTypes().Where(IsComponent));
        while (waiting.TryDequeue(out var type))
        {
            foreach (var used in type.GetProperties().SelectMany(p => Parts(p.PropertyType)).Where(t => t.Assembly == assembly && taken.Add(t)))
                waiting.Enqueue(used);
            foreach (var kind in assembly.GetExportedTypes().Where(t => t.BaseType == type && taken.Add(t)))
                waiting.Enqueue(kind);
        }

        return taken;
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : type.HasElementType ? Parts(type.GetElementType()!) : [type];

    private static bool IsComponent(Type type) => typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type);

    // Screens and what they take are the room's own business; a record's made members say nothing.
    private static IEnumerable<string> Lines(Assembly assembly)
    {
        var screens = TakenByScreens(assembly);
        return assembly.GetExportedTypes()
            .Where(t => !IsComponent(t) && t.Name != "_Imports" && (!screens.Contains(t) || t.Namespace!.EndsWith(".Contracts", StringComparison.Ordinal)))
            .SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(m => m is not MethodInfo { IsSpecialName: true } && !MadeByTheCompiler.Contains(m.Name))
                .Select(m => $"{t.FullName}: {m}").Prepend(t.FullName!))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
    }
}
