using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Shielding;
using Rotfeste.Listening.Watching;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Posts;

/// <summary>Finds or makes the rows of posts, in the caller's unit of work: the one place where posts are stored.</summary>
internal sealed class Keeping(
    AppDb db, AuthorKeys keys, Shield shield, Forgetting forgetting, StoredMarks marks, RecentDeletions deletions, MentionNews news, IClock clock)
{
    private readonly Dictionary<(OrganisationId, string), KeptPost> known = [];

    /// <summary>Reads the rows of these addresses, so that the next calls need not ask.</summary>
    public async Task LoadAsync(IReadOnlyCollection<string> uris, CancellationToken cancellation)
    {
        var missing = uris.Distinct(StringComparer.Ordinal).ToList();
        foreach (var some in missing.Chunk(200))
        {
            foreach (var row in await db.Set<KeptPost>().Where(p => some.Contains(p.Uri)).ToListAsync(cancellation))
                known[(row.Organisation, row.Uri)] = row;
        }
    }

    /// <summary>The loaded row, or null.</summary>
    public KeptPost? Find(OrganisationId organisation, string uri) => known.GetValueOrDefault((organisation, uri));

    /// <summary>All loaded rows of an address, of whatever organisation the unit of work sees.</summary>
    public IEnumerable<KeptPost> FindAll(string uri) => known.Values.Where(p => p.Uri == uri);

    /// <summary>Loaded rows whose words were replaced in this unit of work.</summary>
    public IEnumerable<KeptPost> Renewed => known.Values.Where(p => p.HasNewWords);

    /// <summary>
    /// The row of a post whose address was loaded: freshened when it is known, made when it is new. A post that was deleted
    /// before it came is made without words, and one of an account that a colleague keeps private is not stored at all: its row is a stranger to
    /// the database, and erased.
    /// </summary>
    public async Task<KeptPost> KeepAsync(OrganisationId organisation, NetworkPost post, bool isOurs, CancellationToken cancellation)
    {
        if (await shield.CoversAsync(organisation, post.Author, cancellation))
            return await RefuseAsync(organisation, post, cancellation);
        if (Find(organisation, post.Uri) is { } row)
        {
            var wasNameless = row.AwaitsName;
            row.Freshen(post, clock.GetCurrentInstant());
            if (wasNameless && !row.AwaitsName)
                db.AfterCommit(() => news.TellNames(organisation));
            return row;
        }

        var hasher = await keys.OfAsync(db, organisation, cancellation);
        var made = KeptPost.From(post, organisation, hasher.Hash(post.Author.Account), isOurs, clock.GetCurrentInstant());
        marks.Add(post.Uri, post.Author.Account);
        if (deletions.Contains(post.Uri))
            made.Erase(ErasedBecause.Deleted);
        db.Add(made);
        return known[(organisation, post.Uri)] = made;
    }

    private async Task<KeptPost> RefuseAsync(OrganisationId organisation, NetworkPost post, CancellationToken cancellation)
    {
        if (Find(organisation, post.Uri) is { } row)
        {
            if (db.Entry(row).State != EntityState.Detached)
                await forgetting.ForgetAsync([row.Id], cancellation);
            return row;
        }

        var unkept = KeptPost.From(post, organisation, "", isOurs: false, clock.GetCurrentInstant());
        unkept.Erase(ErasedBecause.Private);
        return known[(organisation, post.Uri)] = unkept;
    }
}
