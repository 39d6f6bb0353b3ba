using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Rotfeste.Listening.KnownAccounts;
using Rotfeste.Listening.Names;
using Rotfeste.Matching;

namespace Rotfeste.Listening.Searches;

/// <summary>Reads a query and says in the reader's language why one is refused.</summary>
internal sealed partial class QueryCheck(SearchableAccounts accounts, GuardedNames names, IStringLocalizer<Texts> texts)
{
    private const int Around = 60;

    /// <summary>The query, or why not.</summary>
    public async Task<(Query? Query, QueryProblem? Problem)> ReadAsync(string text, CancellationToken cancellation)
    {
        if (!Query.TryParse(text, out var query, out var refusal))
            return (null, Problem(text, refusal));
        var own = await accounts.HandlesAsync(cancellation);
        if (StrangeHandle(text, own) is { } handle)
            return (null, Show(text, handle.Index, handle.Length, texts["PrivateHandle"], null));
        if (StrangeAccount(query.Outline, own) is { } part)
            return (null, Show(text, part.Range.Start, part.Range.Length, texts["PrivateHandle"], null));
        return NameSearch.Aim(query.Outline, await names.AllAsync(cancellation)) is { } aim
            ? (null, Show(text, aim.Range.Start, aim.Range.Length, texts["PrivateName"], null))
            : (query, null);
    }

    /// <summary>
    /// The first handle that is neither ours nor entered by an owner, or null: nobody outside is followed as a person. An address of
    /// mail is no handle.
    /// </summary>
    internal static Match? StrangeHandle(string text, IReadOnlyCollection<string> own) => Handle().Matches(text)
        .FirstOrDefault(m => !own.Contains(m.Groups[1].Value.TrimEnd('.', '-').Normalize(NormalizationForm.FormKC), StringComparer.OrdinalIgnoreCase));

    /// <summary>The first author, or link to somebody's page at a network, that is neither ours nor entered by an owner; or null.</summary>
    internal static QueryPart? StrangeAccount(QueryPart part, IReadOnlyCollection<string> own)
    {
        var account = part.Kind switch
        {
            QueryPartKind.Author => part.Text,
            QueryPartKind.Link => ProfileLinks.AccountIn(part.Text),
            _ => null,
        };
        return account is not null && !own.Contains(account, StringComparer.OrdinalIgnoreCase)
            ? part
            : part.Parts.Select(inner => StrangeAccount(inner, own)).FirstOrDefault(found => found is not null);
    }

    private QueryProblem Problem(string text, QueryRefusal refusal) =>
        Show(text, refusal.Position, refusal.Length, texts[$"Refused.{refusal.Reason}"], refusal.Proposal);

    private static QueryProblem Show(string text, int at, int length, string reason, string? proposal)
    {
        at = Math.Clamp(at, 0, text.Length);
        var end = Math.Clamp(at + length, at, text.Length);
        var from = Math.Max(0, at - Around);
        var until = Math.Min(text.Length, end + Around);
        return new(reason, text[from..at], text[at..end], text[end..until], proposal);
    }

    // The wide form of the sign reads as the same sign.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])[@＠]([\p{L}\p{N}][\p{L}\p{N}.-]*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Handle();
}
