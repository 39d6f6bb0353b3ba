using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Rotfeste.People.Contracts;

namespace Rotfeste.People.Notices;

/// <summary>Puts a notice into words, in the language that is current.</summary>
internal sealed partial class NoticeWords(IEnumerable<NoticeKind> kinds)
{
    private readonly FrozenDictionary<string, NoticeKind> byName = kinds.ToFrozenDictionary(k => k.Name);

    /// <exception cref="InvalidOperationException">No room has declared the kind.</exception>
    public void MustKnow(string kind)
    {
        if (!byName.ContainsKey(kind))
            throw new InvalidOperationException($"No room has declared the notice {kind}.");
    }

    /// <summary>One line; null for a kind that this version no longer has.</summary>
    public string? Say(IServiceProvider services, string kind, IReadOnlyList<string> values) =>
        byName.TryGetValue(kind, out var known) ? Space().Replace(known.Say(services, values), " ").Trim() : null;

    // A name with a line break in it would look like words of ours.
    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
