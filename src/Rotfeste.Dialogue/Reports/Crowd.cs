using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Reports;

/// <summary>
/// Which units, or channels, may be shown: those in which five people answered. What is hidden must hold five people too, or the whole less
/// what is shown would give it away; so the smallest of the shown go with it until it does.
/// </summary>
internal static class Crowd
{
    public const int Fewest = 5;

    public static HashSet<TKey> Shown<TKey>(IReadOnlyCollection<(TKey Key, IReadOnlySet<PersonId> People)> groups)
    {
        var shown = groups.Where(g => g.People.Count >= Fewest).OrderBy(g => g.People.Count).ToList();
        var hidden = groups.Where(g => g.People.Count is > 0 and < Fewest).SelectMany(g => g.People).ToHashSet();
        while (hidden.Count is > 0 and < Fewest && shown.Count > 0)
        {
            hidden.UnionWith(shown[0].People);
            shown.RemoveAt(0);
        }

        return [.. shown.Select(g => g.Key)];
    }
}
