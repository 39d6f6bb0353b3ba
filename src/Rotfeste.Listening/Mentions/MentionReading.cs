using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Labels;
using Rotfeste.Listening.Likes;
using Rotfeste.Listening.Masking;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Tips;
using Rotfeste.Matching;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Mentions;

/// <summary>Reads mentions with their posts and the searches that hit, as the screens show them.</summary>
internal sealed class MentionReading(
    AppDb db, CurrentCaller caller, MentionChoosing choosing, TipReading tips, Colleagues colleagues, IStringLocalizer<Texts> texts)
{
    private const int PageLength = 20;

    public async Task<MentionListView> ListAsync(MentionsAsked asked, bool mayChange, CancellationToken cancellation)
    {
        var mentions = await (await choosing.ChooseAsync(asked, cancellation)).Take(PageLength + 1).ToListAsync(cancellation);
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

    private static MentionPlace After(List<Mention> page, MentionPlace? before)
    {
        var at = page[^1].At;
        return new(at, page.Count(m => m.At == at) + (before?.At == at ? before.Seen : 0));
    }

    /// <summary>These, in the order given.</summary>
    public async Task<List<MentionView>> ReadAsync(List<Mention> mentions, CancellationToken cancellation)
    {
        var postIds = mentions.Select(m => m.Post).ToList();
        var posts = await db.Set<KeptPost>().AsNoTracking().Where(p => postIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        var ids = mentions.Select(m => m.Id).ToList();
        var hits = await db.Set<Hit>().AsNoTracking().Where(h => ids.Contains(h.Mention))
            .Join(db.Set<Search>(), h => h.Search, s => s.Id, (h, s) => new { h.Mention, s.Name, s.Query }).ToListAsync(cancellation);
        var byMention = hits.ToLookup(h => h.Mention, h => new MentionHit(h.Name, h.Query));
        var beside = await BesideAsync(mentions, cancellation);
        var given = await tips.OfAsync(ids, cancellation);
        return [.. mentions.Select(m => beside.On(m, View(m, posts[m.Post], [.. byMention[m.Id].OrderBy(h => h.Name, StringComparer.CurrentCulture)]) with
        {
            Tips = [.. given[m.Id]],
            ChangedAt = posts[m.Post].ChangedAt,
            CanBeAnswered = TextRules.IsNetwork(posts[m.Post].Network),
        }))];
    }

    private MentionView View(Mention mention, KeptPost post, IReadOnlyList<MentionHit> why)
    {
        var queries = why.Select(h => Query.TryParse(h.Query, out var query, out _) ? query : null).OfType<Query>().ToList();
        return new(
            mention.Id.Value,
            Author(post),
            post.AuthorName.Length > 0 && post.AuthorHandle.Length > 0 ? post.AuthorHandle : null,
            mention.At,
            Naming.Network(post.Network, texts),
            post.Language is { } tag && tag != "und" ? Naming.Language(tag, texts) : null,
            post.IsLanguageGuessed,
            post.Erased is null ? Marking.Pieces(SeenPost.Of(post), queries) : [],
            [.. post.Pictures.Select(p => Masked.Of(p.AltText)).Where(a => a.Length > 0)],
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

    // What colleagues have put on the mentions, and how many say the same.
    private async Task<Beside> BesideAsync(List<Mention> mentions, CancellationToken cancellation)
    {
        var organisation = caller.Required.Organisation;
        var (ids, groups) = (mentions.ConvertAll(m => m.Id), mentions.ConvertAll(m => m.LikeGroup));
        var labels = await db.Set<MentionLabel>().AsNoTracking().Where(l => ids.Contains(l.Mention))
            .Join(db.Set<Label>(), l => l.Label, l => l.Id, (m, l) => new { m.Mention, l.Id, l.Name }).ToListAsync(cancellation);
        var likes = await db.Set<Mention>().AsNoTracking().Where(m => m.Organisation == organisation && groups.Contains(m.LikeGroup))
            .GroupBy(m => m.LikeGroup).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var dismissed = await db.Set<DismissedLike>().AsNoTracking().Where(d => d.Organisation == organisation && groups.Contains(d.LikeGroup))
            .Select(d => d.LikeGroup).ToListAsync(cancellation);
        var people = mentions.SelectMany(m => (PersonId?[])[m.HandedTo, m.HandedBy]).OfType<PersonId>().Distinct().ToList();
        var names = await colleagues.FindAsync(people, cancellation);
        return new(
            labels.ToLookup(l => l.Mention, l => new LabelView(l.Id, l.Name)), likes, [.. dismissed], names.ToDictionary(n => n.Key, n => n.Value.Name));
    }

    private sealed record Beside(
        ILookup<MentionId, LabelView> Labels, Dictionary<Guid, int> Likes, HashSet<Guid> Dismissed, Dictionary<PersonId, string> Names)
    {
        public MentionView On(Mention mention, MentionView view) => view with
        {
            Likes = Likes.GetValueOrDefault(mention.LikeGroup, 1) - 1,
            LikeGroup = mention.LikeGroup,
            AreLikesDismissed = Dismissed.Contains(mention.LikeGroup),
            Labels = [.. Labels[mention.Id].OrderBy(l => l.Name, StringComparer.CurrentCulture)],
            Handed = mention is { HandedTo: { } to, HandedBy: { } by } ? new(Name(to), Name(by), mention.HandedNote ?? "") : null,
        };

        private string Name(PersonId person) => Names.GetValueOrDefault(person, "…");
    }
}
