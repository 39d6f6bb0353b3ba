using Rotfeste.Matching.Queries;
using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Keys;

/// <summary>What to look a search up by: at least one of the keys is in every post that fits. The cost is how often that may be.</summary>
internal sealed record KeyChoice(IReadOnlyList<Key> Keys, double Cost)
{
    /// <summary>The rarest choice, or null where nothing has to be present.</summary>
    public static KeyChoice? Of(Node node) => node switch
    {
        AllOf all => Rarest(all.Parts.Select(Of)),
        AnyOf any => Together([.. any.Parts.Select(Of)]),
        Phrase phrase => Rarest(InPhrase(phrase.Words)),
        Tag tag => Single(new(KeyKind.Tag, Hash.Tag(tag.Hash), 0), 0.001),
        Handle handle => Single(new(KeyKind.Handle, Hash.Handle(handle.Hash), 0), 0.0001),
        _ => null,
    };

    /// <summary>The words that every fitting post holds, as bits.</summary>
    public static ulong Bloom(Node node) => node switch
    {
        AllOf all => all.Parts.Aggregate(0UL, (bits, part) => bits | Bloom(part)),
        Phrase phrase => phrase.Words.Where(word => !word.IsOpen).Aggregate(0UL, (bits, word) => bits | (1UL << (int)(word.Hash & 63))),
        _ => 0,
    };

    private static KeyChoice Single(Key key, double cost) => new([key], cost);

    private static KeyChoice? Rarest(IEnumerable<KeyChoice?> choices) => choices.OfType<KeyChoice>().MinBy(choice => choice.Cost);

    private static KeyChoice? Together(KeyChoice?[] choices) =>
        choices.Contains(null) ? null : new([.. choices.SelectMany(choice => choice!.Keys).Distinct()], choices.Sum(choice => choice!.Cost));

    private static IEnumerable<KeyChoice> InPhrase(Word[] words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at];
            if (word.IsOpen)
            {
                // Beginnings are looked up by at most as many letters as there are bits for lengths.
                var length = Math.Min(word.Text.Length, SearchTable.LongestBeginning);
                var key = new Key(KeyKind.Beginning, Hash.Prefix(Hash.Of(word.Text.AsSpan(0, length))), length);
                yield return Single(key, Rarity.OfBeginning(word.Text));
                continue;
            }
            yield return Single(new(KeyKind.Word, word.Hash, 0), Rarity.OfWord(word.Text));
            if (at + 1 < words.Length && !words[at + 1].IsOpen)
            {
                var cost = Math.Min(Rarity.OfWord(word.Text), Rarity.OfWord(words[at + 1].Text)) / 20;
                yield return Single(new(KeyKind.Pair, Hash.Pair(word.Hash, words[at + 1].Hash), 0), cost);
            }
        }
    }
}
