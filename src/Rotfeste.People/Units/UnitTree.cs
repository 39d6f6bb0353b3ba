using Rotfeste.People.Contracts;

namespace Rotfeste.People.Units;

/// <summary>The units as a tree.</summary>
internal static class UnitTree
{
    /// <summary>Each unit under its parent, siblings by name, with its depth from 0. One whose parent is gone stands at the top.</summary>
    public static IEnumerable<(Unit Unit, int Depth)> InOrder(IReadOnlyList<Unit> units)
    {
        var known = units.Select(u => u.Id).ToHashSet();
        var children = units.ToLookup(u => u.Parent is { } parent && known.Contains(parent) ? u.Parent : null);
        return Below(children, null, 0);
    }

    private static IEnumerable<(Unit Unit, int Depth)> Below(ILookup<UnitId?, Unit> children, UnitId? parent, int depth) =>
        children[parent].OrderBy(u => u.Name, StringComparer.CurrentCulture)
            .SelectMany(u => Below(children, u.Id, depth + 1).Prepend((u, depth)));
}
