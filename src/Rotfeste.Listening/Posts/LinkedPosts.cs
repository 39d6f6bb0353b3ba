using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Posts;

/// <summary>Finds the post that a copied link leads to, by what is indexed: address, author, or time.</summary>
internal static class LinkedPosts
{
    // The time in a post's key and the one that it says of itself come from one clock, but need not come at once.
    private static readonly Duration Apart = Duration.FromDays(1);

    public static async Task<PostId?> FindAsync(AppDb db, LinkedPost link, CancellationToken cancellation) =>
        await FirstAsync(ByUri(db, link), cancellation) ?? await FirstAsync(ByPage(db, link), cancellation) ?? await FirstAsync(ByHandle(db, link), cancellation);

    private static IQueryable<KeptPost>? ByUri(AppDb db, LinkedPost link) =>
        link.Uri is { } uri ? db.Set<KeptPost>().Where(p => p.Uri == uri) : null;

    private static IQueryable<KeptPost>? ByPage(AppDb db, LinkedPost link) =>
        link is { Account: { } account, Page: { } page } ? db.Set<KeptPost>().Where(p => p.AuthorAccount == account && p.WebLink == page) : null;

    // Who is known by id alone may be the one: nobody else's address ends so at that time.
    private static IQueryable<KeptPost>? ByHandle(AppDb db, LinkedPost link)
    {
        if (link is not { Handle: { } handle, Ending: { } ending, About: { } about })
            return null;

        var (from, until) = (about - Apart, about + Apart);
        return db.Set<KeptPost>().Where(p =>
            p.CreatedAt >= from && p.CreatedAt <= until && p.Uri.EndsWith(ending) && (p.AuthorHandle == handle || p.AuthorHandle == ""));
    }

    private static async Task<PostId?> FirstAsync(IQueryable<KeptPost>? posts, CancellationToken cancellation) =>
        posts is null ? null : await posts.AsNoTracking().Select(p => (PostId?)p.Id).FirstOrDefaultAsync(cancellation);
}
