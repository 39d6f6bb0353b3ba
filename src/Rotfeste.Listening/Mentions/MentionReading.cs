using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Tips;
using Rotfeste.Matching;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Mentions;

/// <summary>Reads mentions with their posts and the searches that hit, as the screens show them.</summary>
internal sealed class MentionReading(AppDb db, CurrentCaller caller, TipReading tips)
{
    private const int PageLength = 20;
    private const int LongestLanguage = 8;

    public async Task<MentionListView> ListAsync(MentionsAsked asked, bool mayChange, CancellationToken cancellation)
    {
        var mentions = await Asked(asked).Take(PageLength + 1).ToListAsync(cancellation);
        var hasMore = mentions.Count > PageLength;
        if (hasMore)
            mentions.RemoveAt(PageLength);
        var rows = await ReadAsync(mentions, cancellation);
        var hasSearches = rows.Count > 0 || await db.Set<Search>().AnyAsync(cancellation);
        return new(asked, rows, hasMore ? After(mentions, asked.Before) : null, hasSearches, mayChange);
    }

    public async Task<MentionView?> FindAsync(MentionId id, CancellationToken cancellation)
    {
        var mention = await db.Set<Mention>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, cancellation);
        return mention is null ? null : (await ReadAsync([mention], cancellation))[0];
    }

    private IQueryable<Mention> Asked(MentionsAsked asked)
    {
        // Named once more than the wall needs: the index begins with it.
        var organisation = caller.Required.Organisation;
        var mentions = db.Set<Mention>().AsNoTracking().Where(m => m.Organisation == organisation && m.DismissedAt == null);
        if (asked.Before is { } before)
            mentions = mentions.Where(m => m.At <= before.At);
        if (asked.Search is { } id)
        {
            var search = new SearchId(id);
            mentions = mentions.Where(m => db.Set<Hit>().Any(h => h.Search == search && h.Mention == m.Id));
        }

        return mentions.OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Skip(asked.Before?.Seen ?? 0);
    }

    private static MentionPlace After(List<Mention> page, MentionPlace? before)
    {
        var at = page[^1].At;
        return new(at, page.Count(m => m.At == at) + (before?.At == at ? before.Seen : 0));
    }

    private async Task<List<MentionView>> ReadAsync(List<Mention> mentions, CancellationToken cancellation)
    {
        var postIds = mentions.Select(m => m.Post).ToList();
        var posts = await db.Set<KeptPost>().AsNoTracking().Where(p => postIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        var ids = mentions.Select(m => m.Id).ToList();
        var hits = await db.Set<Hit>().AsNoTracking().Where(h => ids.Contains(h.Mention))
            .Join(db.Set<Search>(), h => h.Search, s => s.Id, (h, s) => new { h.Mention, s.Name, s.Query }).ToListAsync(cancellation);
        var byMention = hits.ToLookup(h => h.Mention, h => new MentionHit(h.Name, h.Query));
        var given = await tips.OfAsync(ids, cancellation);
        return [.. mentions.Select(m => View(m, posts[m.Post], [.. byMention[m.Id].OrderBy(h => h.Name, StringComparer.CurrentCulture)]) with
        {
            Tips = [.. given[m.Id]],
            CanBeAnswered = TextRules.NameOf(posts[m.Post].Network) != posts[m.Post].Network,
        })];
    }

    private MentionView View(Mention mention, KeptPost post, IReadOnlyList<MentionHit> why)
    {
        var queries = why.Select(h => Query.TryParse(h.Query, out var query, out _) ? query : null).OfType<Query>().ToList();
        return new(
            mention.Id.Value,
            Author(post),
            post.AuthorName.Length > 0 && post.AuthorHandle.Length > 0 ? post.AuthorHandle : null,
            mention.At,
            Network(post.Network),
            post.Languages is [{ Length: <= LongestLanguage } only] ? Language(only) : null,
            post.Erased is null ? Marking.Pieces(SeenPost.Of(post), queries) : [],
            [.. post.Pictures.Select(p => p.AltText).Where(a => a.Length > 0)],
            caller.Value?.IsExample == true ? null : post.WebLink,
            why,
            post.Erased,
            mention.TakenAt is not null,
            mention.DismissedAt is not null);
    }

    /// <summary>A name, else a handle, else so much of the id that two people can be told apart.</summary>
    internal static string Author(KeptPost post) => post switch
    {
        { AuthorName.Length: > 0 } => post.AuthorName,
        { AuthorHandle.Length: > 0 } => "@" + post.AuthorHandle,
        { AuthorAccount.Length: > 20 } => post.AuthorAccount[..16] + "…",
        _ => post.AuthorAccount,
    };

    private static string Network(string network) => TextRules.NameOf(network);

    private static string? Language(string tag)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag.Split('-')[0], predefinedOnly: true);
            var name = culture.DisplayName;
            return culture.Name is "nb" or "nn" ? name.Split(' ')[^1] : name;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
