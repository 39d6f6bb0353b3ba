using System.Text.RegularExpressions;

namespace Rotfeste.Listening.Timelines;

/// <summary>Tags that searches name.</summary>
internal static partial class TagsNamed
{
    private const int Most = 10;

    /// <summary>Without "#", folded, each once; at most ten, since each is a question to the server.</summary>
    public static IReadOnlyList<string> In(IEnumerable<string> queries) =>
        [.. queries.SelectMany(q => Tag().Matches(q).Select(m => m.Groups[1].Value.ToLowerInvariant())).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Most)];

    [GeneratedRegex(@"(?:^|[\s(])#([\p{L}\p{M}\p{N}_]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
