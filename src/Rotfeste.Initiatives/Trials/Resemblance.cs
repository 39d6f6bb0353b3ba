namespace Rotfeste.Initiatives.Trials;

/// <summary>How much two texts are about the same: shared beginnings of their longer words. Good enough to be shown, never to decide.</summary>
internal static class Resemblance
{
    private const int ShortestWord = 5;
    private const int Beginning = 5;

    /// <summary>From 0 to 1: the share of the shorter text's words that the other has too.</summary>
    public static double Of(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        var fewer = Math.Min(a.Count, b.Count);
        return fewer == 0 ? 0 : (double)a.Count(b.Contains) / fewer;
    }

    private static HashSet<string> Words(string text) =>
    [
        .. new string([.. text.Select(c => char.IsLetter(c) ? char.ToLowerInvariant(c) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length >= ShortestWord).Select(w => w[..Beginning]),
    ];
}
