using System.Numerics;
using Rotfeste.Matching;

namespace Rotfeste.Listening.Names;

/// <summary>
/// Whether a query aims at a person by name: whether a post could fit it by holding two words of the name. «Lunde» alone is a place, «Kari
/// Lunde» is somebody. Ruling a name out is no aim.
/// </summary>
internal static class NameSearch
{
    /// <summary>The smallest part of the query that aims at one of these people, or null.</summary>
    public static QueryPart? Aim(QueryPart query, IReadOnlyList<PersonName> names) =>
        names.Select(name => Aim(query, name, isRuledOut: false)).FirstOrDefault(found => found is not null);

    private static QueryPart? Aim(QueryPart part, PersonName name, bool isRuledOut)
    {
        if (!Enough(Met(part, name, isRuledOut)))
            return null;
        var inside = part.Kind == QueryPartKind.Not ? !isRuledOut : isRuledOut;
        return part.Parts.Select(inner => Aim(inner, name, inside)).FirstOrDefault(found => found is not null) ?? part;
    }

    // Each number in the set is a choice of words of the name that a fitting post may hold, one bit a word.
    private static HashSet<int> Met(QueryPart part, PersonName name, bool isRuledOut) => part.Kind switch
    {
        QueryPartKind.Not => Met(part.Parts[0], name, !isRuledOut),
        QueryPartKind.All => isRuledOut ? Either(part, name, true) : Together(part, name, false),
        QueryPartKind.Any => isRuledOut ? Together(part, name, true) : Either(part, name, false),
        QueryPartKind.Near when !isRuledOut => Together(part, name, false),
        _ => [isRuledOut ? 0 : Leaf(part, name)],
    };

    private static HashSet<int> Either(QueryPart part, PersonName name, bool isRuledOut)
    {
        var met = new HashSet<int>();
        foreach (var inner in part.Parts)
            met.UnionWith(Met(inner, name, isRuledOut));
        return met;
    }

    private static HashSet<int> Together(QueryPart part, PersonName name, bool isRuledOut)
    {
        var met = new HashSet<int> { 0 };
        foreach (var inner in part.Parts)
        {
            var more = Met(inner, name, isRuledOut);
            met = [.. met.SelectMany(one => more.Select(other => one | other))];
        }

        return met;
    }

    private static int Leaf(QueryPart part, PersonName name) => part.Kind switch
    {
        QueryPartKind.Words => part.Words.Aggregate(0, (met, word) => met | Word(word, name)),
        QueryPartKind.Literal or QueryPartKind.Tag => PersonName.WordsOf(part.Text).Aggregate(0, (met, word) => met | name.Meets(word, false, false)),
        _ => 0,
    };

    private static int Word(QueryWord word, PersonName name) =>
        PersonName.WordsOf(word.Text).Aggregate(0, (met, spelt) => met | name.Meets(spelt, word.IsOpenBefore, word.IsOpenAfter));

    private static bool Enough(HashSet<int> met) => met.Any(bits => BitOperations.PopCount((uint)bits) > 1);
}
