using Rotfeste.Matching.Words;

namespace Rotfeste.Matching;

/// <summary>Which parts of a text made a search hit, so that a screen can mark them.</summary>
public static class Marks
{
    /// <summary>
    /// Ranges in UTF-16 units of <see cref="Post.Text"/> as given, ascending and apart; a tag with its #, a handle with its @. Empty where
    /// the post does not fit, or fits only by its tags, mentions or languages. A post given as UTF-8 is refused with ArgumentException.
    /// </summary>
    public static IReadOnlyList<TextRange> Of(Query query, in Post post)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!post.Utf8Text.IsEmpty)
            throw new ArgumentException("Marks are counted in UTF-16 units; give the text as such.", nameof(post));
        var read = new ReadPost();
        read.Read(post);
        if (!query.Root.Holds(read))
            return [];
        var found = new List<TextRange>();
        query.Root.Collect(read, found);
        if (read.WasSettled)
            ToOriginal(found, post);
        return Apart(found);
    }

    private static void ToOriginal(List<TextRange> found, in Post post)
    {
        char[] cut = [];
        var map = new OffsetMap(new string(Sources.Cut(post.Text, post.Links, ref cut)));
        for (var at = 0; at < found.Count; at++)
            found[at] = map.ToOriginal(found[at]);
    }

    private static List<TextRange> Apart(List<TextRange> found)
    {
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        var apart = new List<TextRange>();
        foreach (var range in found)
        {
            if (apart.Count > 0 && range.Start < apart[^1].End)
                apart[^1] = new(apart[^1].Start, Math.Max(apart[^1].End, range.End) - apart[^1].Start);
            else
                apart.Add(range);
        }
        return apart;
    }
}
