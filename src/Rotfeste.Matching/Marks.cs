using Rotfeste.Matching.Queries;
using Rotfeste.Matching.Words;

namespace Rotfeste.Matching;

/// <summary>Which parts of a text made a search hit, so that a screen can mark them.</summary>
public static class Marks
{
    /// <summary>
    /// Ranges in UTF-16 units of <see cref="Post.Text"/> as given, ascending and apart; a tag with its #, a handle with its @. Empty where
    /// the post does not fit, or fits only by what stands beside its text. A post given as UTF-8 is refused with ArgumentException.
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
        var found = new Marking();
        query.Root.Collect(read, found);
        return Apart([.. ToOriginal(found.InWords, read.WasSettled ? Cut(post) : null), .. ToOriginal(found.InWhole, post.Text.ToString())]);
    }

    private static string Cut(in Post post)
    {
        char[] cut = [];
        var length = Sources.Copy(post.Text, post.LinkRanges, ref cut);
        return new string(cut, 0, length);
    }

    private static IEnumerable<TextRange> ToOriginal(List<TextRange> found, string? text)
    {
        if (text is null || found.Count == 0)
            return found;
        var map = new OffsetMap(text);
        return found.Select(map.ToOriginal);
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
