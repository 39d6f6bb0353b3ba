using Rotfeste.Matching.Queries;
using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Keys;

/// <summary>What to look a search up by: at least one of the keys is in every post that fits. The cost is how often that may be.</summary>
internal sealed record KeyChoice(IReadOnlyList<Key> Keys, double Cost)
{
    public const int LongestEdge = 8;
    public const int LongestGram = 4;

    // A phrase is about this much rarer than its rarest word.
    private const double PhraseGain = 20;

    /// <summary>The rarest choice, or null where nothing has to be present.</summary>
    public static KeyChoice? Of(Node node) => node switch
    {
        AllOf all => Rarest(all.Parts.Select(Of)),
        AnyOf any => Together([.. any.Parts.Select(Of)]),
        Phrase phrase => Of(phrase),
        Near near => Rarest([Together([.. near.First.Select(Of)]), Together([.. near.Second.Select(Of)])]),
        Literal literal => GramIn(Folding.Fold(literal.Text)),
        Tag tag => Single(KeyKind.Tag, Hash.Tag(tag.Hash), 0.001),
        Handle handle => Single(KeyKind.Handle, Hash.Handle(handle.Hash), 0.0001),
        Author author => Single(KeyKind.Author, Hash.Author(author.Hash), 0.0001),
        Link link => Single(KeyKind.Host, Hash.Host(link.Hash), 0.001),
        _ => null,
    };

    private static KeyChoice Single(KeyKind kind, uint hash, double cost, int length = 0) => new([new(kind, hash, length)], cost);

    private static KeyChoice? Rarest(IEnumerable<KeyChoice?> choices) => choices.OfType<KeyChoice>().MinBy(choice => choice.Cost);

    private static KeyChoice? Together(KeyChoice?[] choices) =>
        choices.Contains(null) ? null : new([.. choices.SelectMany(choice => choice!.Keys).Distinct()], choices.Sum(choice => choice!.Cost));

    private static KeyChoice Of(Phrase phrase)
    {
        var words = phrase.Words;
        var best = words.Select(Of).MinBy(choice => choice.Cost)!;
        for (var at = 1; at < words.Length; at++)
        {
            if (!words[at - 1].IsHashed || !words[at].IsHashed)
                continue;
            var cost = Math.Min(Rarity.OfWord(words[at - 1].Text), Rarity.OfWord(words[at].Text)) / PhraseGain;
            if (cost < best.Cost)
                best = Single(KeyKind.Pair, Hash.Pair(words[at - 1].Hash, words[at].Hash), cost);
        }
        return best;
    }

    private static KeyChoice Of(Word word)
    {
        if (word.IsHashed)
            return Single(KeyKind.Word, word.Hash, Rarity.OfWord(word.Text));
        if (word.Spelling == QuerySpelling.Alike)
        {
            return word.IsOpenBefore || word.IsOpenAfter
                ? Single(KeyKind.Always, 0, 1)
                : Single(KeyKind.Alike, Hash.Alike(word.Hash), Rarity.OfWord(word.Text));
        }
        if (word.IsOpenBefore && word.IsOpenAfter)
            return GramIn(word.Text);
        var length = Math.Min(word.Text.Length, LongestEdge);
        return word.IsOpenAfter
            ? Single(KeyKind.Beginning, Hash.Beginning(Hash.Of(word.Text.AsSpan(0, length))), Rarity.OfBeginning(word.Text), length)
            : Single(KeyKind.Ending, Hash.Ending(Hash.Of(word.Text.AsSpan(word.Text.Length - length))), Rarity.OfBeginning(word.Text), length);
    }

    private static KeyChoice GramIn(string folded)
    {
        var length = Math.Min(folded.Length, LongestGram);
        var start = Enumerable.Range(0, folded.Length - length + 1).MinBy(at => Rarity.OfGram(folded.AsSpan(at, length)));
        var gram = folded.AsSpan(start, length);
        return Single(KeyKind.Gram, Hash.Gram(Pack(gram), length), Rarity.OfGram(gram), length);
    }

    private static ulong Pack(ReadOnlySpan<char> gram)
    {
        ulong packed = 0;
        for (var at = gram.Length - 1; at >= 0; at--)
            packed = (packed << 16) | gram[at];
        return packed;
    }
}
