using NodaTime;

namespace Rotfeste.Analysis.Likeness;

/// <summary>
/// Groups texts that say the same again: within 48 hours, exactly or nearly (Jaccard likeness of their sets of four characters 0.5 or
/// more). Candidates come from MinHash in eight bands of three rows (A. Broder, "On the resemblance and containment of documents", 1997), so
/// that each new text is held against a few earlier ones, not all; every candidate is then compared in full. At a likeness of 0.5 a pair is
/// found in about two of three cases, at 0.7 in 97, at 0.9 always. Not safe for several threads.
/// </summary>
public sealed class LikeTexts
{
    private const int Bands = 8;
    private const int Rows = 3;

    // A text that everybody repeats must not make every further one dear.
    private const int MostCandidates = 32;

    private static readonly Duration Window = Duration.FromHours(48);
    private static readonly ulong[] Seeds = [.. Enumerable.Range(1, Bands * Rows).Select(i => Mixed((ulong)i * 0x9E3779B97F4A7C15))];

    // The newest text of each band's key; from it, one after the other, those before it.
    private readonly Dictionary<ulong, Kept> _newest = [];
    private readonly Queue<Kept> _kept = new();

    /// <summary>The least likeness, 0 to 1, at which two texts are said to be the same.</summary>
    public const double LeastLikeness = 0.5;

    /// <summary>Texts that are kept now.</summary>
    public int Count => _kept.Count;

    /// <summary>
    /// Takes in a text and says which group it belongs to: the one of the most alike earlier text of the last 48 hours, or its own id where
    /// there is none. Texts come in order of time; one that is a little late counts as of the last moment.
    /// </summary>
    /// <param name="id">The text's own id, which becomes the name of a group that it begins.</param>
    /// <param name="text">Any text; case, spaces and signs do not matter. One without a letter or digit is like none.</param>
    /// <param name="at">When it came.</param>
    public Guid Add(Guid id, string text, Instant at)
    {
        ArgumentNullException.ThrowIfNull(text);
        while (_kept.TryPeek(out var oldest) && at - oldest.At > Window)
            Forget(_kept.Dequeue());
        var grams = Grams.Of(text);
        if (grams.Length == 0)
            return id;
        var keys = Keys(grams);
        var like = MostAlike(grams, keys);
        var kept = new Kept(like?.Group ?? id, grams, _kept.Count > 0 && _kept.Peek().At > at ? _kept.Peek().At : at);
        _kept.Enqueue(kept);
        for (var band = 0; band < Bands; band++)
        {
            kept.Before[band] = _newest.GetValueOrDefault(keys[band]);
            _newest[keys[band]] = kept;
        }

        return kept.Group;
    }

    /// <summary>The Jaccard likeness of two texts: shared sets of four characters over all of them; 0 where one has none.</summary>
    public static double Likeness(string one, string other) => Grams.Jaccard(Grams.Of(one), Grams.Of(other));

    private Kept? MostAlike(uint[] grams, ulong[] keys)
    {
        var (best, most) = ((Kept?)null, LeastLikeness);
        var seen = new HashSet<Kept>(ReferenceEqualityComparer.Instance);
        for (var band = 0; band < Bands; band++)
        {
            var left = MostCandidates;
            for (var kept = _newest.GetValueOrDefault(keys[band]); kept is { IsForgotten: false } && left > 0; kept = kept.Before[band], left--)
            {
                if (!seen.Add(kept))
                    continue;
                var likeness = Grams.Jaccard(grams, kept.Grams);
                if (likeness > most || (likeness == most && best is null))
                    (best, most) = (kept, likeness);
            }
        }

        return best;
    }

    // Texts are forgotten in the order in which they came, so nothing that is kept stands before it.
    private void Forget(Kept kept)
    {
        foreach (var key in Keys(kept.Grams))
        {
            if (_newest.TryGetValue(key, out var newest) && ReferenceEquals(newest, kept))
                _newest.Remove(key);
        }

        kept.Forget();
    }

    private static ulong[] Keys(uint[] grams)
    {
        var keys = new ulong[Bands];
        for (var band = 0; band < Bands; band++)
        {
            var key = 0UL;
            for (var row = 0; row < Rows; row++)
            {
                var (seed, least) = (Seeds[(band * Rows) + row], ulong.MaxValue);
                foreach (var gram in grams)
                    least = Math.Min(least, Mixed(gram ^ seed));
                key = Mixed(key ^ least);
            }

            keys[band] = key;
        }

        return keys;
    }

    // The last steps of SplitMix64 (G. Steele, D. Lea and C. Flood, 2014).
    internal static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>A text as it is kept: a thousand bytes, since a busy organisation has tens of thousands in two days.</summary>
    private sealed class Kept(Guid group, uint[] grams, Instant at)
    {
        public Guid Group { get; } = group;

        public Instant At { get; } = at;

        public uint[] Grams { get; private set; } = grams;

        /// <summary>In each band, the one before it with the same key.</summary>
        public Kept?[] Before { get; private set; } = new Kept?[Bands];

        public bool IsForgotten { get; private set; }

        // Later texts point here until they are forgotten themselves, and shall not keep alive what lies behind.
        public void Forget() => (Grams, Before, IsForgotten) = ([], [], true);
    }
}
