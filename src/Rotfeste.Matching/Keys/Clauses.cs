using Rotfeste.Matching.Queries;
using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Keys;

/// <summary>What a search requires beside its key, as far as words can say it: one of these words, and one of those.</summary>
internal static class Clauses
{
    private const int Widest = 4;
    private const int Narrow = 2;

    public static Entry EntryOf(int search, Node root, KeyChoice choice)
    {
        var known = choice.Keys.Where(key => key.Kind == KeyKind.Word).Select(key => ReadPost.HeldAt(key.Hash)).ToHashSet();
        var clauses = Of(root).Where(clause => clause.Cost < 1 && !clause.Places.All(known.Contains)).OrderBy(clause => clause.Cost).ToList();
        var narrow = clauses.Where(clause => clause.Places.Length <= Narrow).ToList();
        if (clauses is [{ Places.Length: > Narrow } wide, ..] && narrow.Count == 0)
            return new(search, true, wide.Places[0], wide.Places[1], wide.Places[2], wide.Places[^1]);
        var (first, second) = (narrow.ElementAtOrDefault(0), narrow.ElementAtOrDefault(1));
        return new(search, false, At(first, 0), At(first, 1), At(second, 0), At(second, 1));
    }

    private static ushort At(Clause? clause, int at) => clause is null ? (ushort)0 : clause.Places[Math.Min(at, clause.Places.Length - 1)];

    private static IEnumerable<Clause> Of(Node node) => node switch
    {
        AllOf all => all.Parts.SelectMany(Of),
        AnyOf any => Together([.. any.Parts.Select(part => Of(part).MinBy(clause => clause.Cost))]),
        Phrase phrase => phrase.Words.Where(word => word.IsHashed).Select(word => new Clause([ReadPost.HeldAt(word.Hash)], Rarity.OfWord(word.Text))),
        Near near => Side(near.First).Concat(Side(near.Second)),
        _ => [],
    };

    private static IEnumerable<Clause> Side(Phrase[] side) =>
        side is [var only] ? Of(only) : Together([.. side.Select(phrase => Of(phrase).MinBy(clause => clause.Cost))]);

    private static IEnumerable<Clause> Together(Clause?[] parts)
    {
        if (Array.IndexOf(parts, null) >= 0)
            return [];
        var places = parts.SelectMany(part => part!.Places).Distinct().ToArray();
        return places.Length <= Widest ? [new(places, parts.Sum(part => part!.Cost))] : [];
    }

    private sealed record Clause(ushort[] Places, double Cost);
}
