using System.Text;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Searches;

namespace Rotfeste.Listening.Overviews;

/// <summary>A post as it is read for words and links.</summary>
/// <param name="Mention">Whose post.</param>
/// <param name="Author">The author's key: equal for equal authors, and nothing else.</param>
/// <param name="Text">Its words.</param>
/// <param name="Links">Its links.</param>
internal sealed record ReadPost(MentionId Mention, string Author, string Text, IReadOnlyList<string> Links);

/// <summary>A word or a link, with the posts that have it.</summary>
internal sealed record Found(string What, IReadOnlyList<MentionId> Posts, int Before);

/// <summary>What the newest posts hold: words that are new against the weeks before, and links.</summary>
internal sealed record Digest(int Looked, int LookedBefore, IReadOnlyList<Found> Words, IReadOnlyList<Found> Links);

/// <summary>Counts words and links in posts; pure.</summary>
internal static class Digesting
{
    /// <summary>Of fewer posts nobody can say which words are new.</summary>
    public const int FewestPosts = 30;

    /// <summary>What fewer than five people say is not shown as what "people" say.</summary>
    public const int FewestPeople = 5;

    private const int Most = 10;
    private const int ShortestWord = 3;
    private const double TimesAsOften = 3;

    public static Digest Of(IReadOnlyList<ReadPost> now, IReadOnlyList<ReadPost> before) =>
        new(now.Count, before.Count, NewWords(now, before), Links(now, before));

    /// <summary>The words of a text, folded, each once: no addresses, no handles, no numbers.</summary>
    public static IReadOnlySet<string> WordsOf(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var piece in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece.Contains("://", StringComparison.Ordinal) || piece.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || piece.Contains('@'))
                continue;
            var word = new StringBuilder();
            foreach (var letter in piece.Append(' '))
            {
                if (char.IsLetterOrDigit(letter))
                    word.Append(char.ToLowerInvariant(letter));
                else if (word.Length > 0)
                    Take(word);
            }
        }

        return words;

        void Take(StringBuilder word)
        {
            var said = word.ToString();
            word.Clear();
            if (said.Length >= ShortestWord && said.Any(char.IsLetter))
                words.Add(said);
        }
    }

    /// <summary>An address as it is counted: no scheme, no "www.", nothing behind "?" that only tells where one came from, nothing behind "#".</summary>
    public static string? Tidy(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            return null;
        var host = uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
        var wanted = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.StartsWith("utm_", StringComparison.Ordinal) && !part.StartsWith("fbclid", StringComparison.Ordinal));
        var query = string.Join('&', wanted);
        var link = $"{host}{uri.AbsolutePath.TrimEnd('/')}{(query.Length > 0 ? "?" + query : "")}";
        // A page about one person is nobody's "most shared".
        return ProfileLinks.AccountIn(link) is null && link.Length <= 300 ? link : null;
    }

    private static List<Found> NewWords(IReadOnlyList<ReadPost> now, IReadOnlyList<ReadPost> before)
    {
        if (now.Count < FewestPosts || before.Count < FewestPosts)
            return [];
        var earlier = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in before.SelectMany(p => WordsOf(p.Text)))
            earlier[word] = earlier.GetValueOrDefault(word) + 1;
        var scale = now.Count / (double)before.Count;
        return [.. ByWhat(now, p => WordsOf(p.Text))
            .Where(w => w.Posts.Select(p => p.Author).Distinct().Skip(FewestPeople - 1).Any())
            .Select(w => (Word: w, Before: earlier.GetValueOrDefault(w.What) * scale))
            .Where(w => w.Word.Posts.Count >= TimesAsOften * (w.Before + 0.5))
            .OrderByDescending(w => Weight(w.Word.Posts.Count, w.Before)).ThenBy(w => w.Word.What, StringComparer.Ordinal).Take(Most)
            .Select(w => new Found(w.Word.What, [.. w.Word.Posts.Select(p => p.Mention)], (int)Math.Round(w.Before)))];
    }

    private static List<Found> Links(IReadOnlyList<ReadPost> posts, IReadOnlyList<ReadPost> before)
    {
        var scale = posts.Count / (double)Math.Max(1, before.Count);
        var earlier = ByWhat(before, TidyLinks).ToDictionary(l => l.What, l => l.Posts.Count, StringComparer.Ordinal);
        return [.. ByWhat(posts, TidyLinks)
            .Where(l => l.Posts.Count > 1).OrderByDescending(l => l.Posts.Count).ThenBy(l => l.What, StringComparer.Ordinal).Take(Most)
            .Select(l => new Found(l.What, [.. l.Posts.Select(p => p.Mention)], (int)Math.Round(earlier.GetValueOrDefault(l.What) * scale)))];
    }

    private static HashSet<string> TidyLinks(ReadPost post) => post.Links.Select(Tidy).OfType<string>().ToHashSet(StringComparer.Ordinal);

    // How much the count says against what was to be expected (T. Dunning, "Accurate methods for the statistics of surprise", 1993).
    private static double Weight(int count, double before) => count * Math.Log(count / (before + 0.5));

    private static IEnumerable<(string What, List<ReadPost> Posts)> ByWhat(IReadOnlyList<ReadPost> posts, Func<ReadPost, IReadOnlySet<string>> parts)
    {
        var found = new Dictionary<string, List<ReadPost>>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            foreach (var part in parts(post))
            {
                if (!found.TryGetValue(part, out var with))
                    found[part] = with = [];
                with.Add(post);
            }
        }

        return found.Select(f => (f.Key, f.Value));
    }
}
