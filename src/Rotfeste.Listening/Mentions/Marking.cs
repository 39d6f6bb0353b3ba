using Rotfeste.Listening.Masking;
using Rotfeste.Listening.Searches;
using Rotfeste.Matching;

namespace Rotfeste.Listening.Mentions;

/// <summary>Cuts a text into pieces that searches hit and pieces between.</summary>
internal static class Marking
{
    /// <summary>What a list shows of a text, in UTF-16 units; the whole stands at the network.</summary>
    public const int LongestShown = 1_000;

    public static IReadOnlyList<MarkedPiece> Pieces(SeenPost post, IReadOnlyList<Query> queries)
    {
        var text = Masked.Of(post.Text);
        var shown = Shown(text);
        var marks = queries.SelectMany(q => Marks.Of(q, post.ToMatch()))
            .Where(r => r.Start < shown.Length).OrderBy(r => r.Start).ToList();
        var pieces = new List<MarkedPiece>();
        var at = 0;
        foreach (var mark in marks)
        {
            var end = Math.Min(mark.End, shown.Length);
            if (end <= at)
                continue;
            var start = Math.Max(mark.Start, at);
            if (start > at)
                pieces.Add(new(shown[at..start], false));
            pieces.Add(new(shown[start..end], true));
            at = end;
        }

        if (at < shown.Length)
            pieces.Add(new(shown[at..], false));
        if (shown.Length < text.Length)
            pieces.Add(new(" …", false));
        return pieces;
    }

    private static string Shown(string text) =>
        text.Length <= LongestShown ? text : text[..(char.IsHighSurrogate(text[LongestShown - 1]) ? LongestShown - 1 : LongestShown)];
}
