using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Searches;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Requests;

/// <summary>What lies here of one author, as the file that they are given.</summary>
internal sealed class AuthorExport(AppDb db)
{
    public async Task<IReadOnlyList<ExportedPost>> OfAsync(IReadOnlyList<KeptPost> posts, CancellationToken cancellation)
    {
        var ids = posts.Select(p => p.Id).ToList();
        var found = await db.Set<Mention>().AsNoTracking().Where(m => ids.Contains(m.Post))
            .Join(db.Set<Hit>(), m => m.Id, h => h.Mention, (m, h) => new { m.Post, h.Search })
            .Join(db.Set<Search>(), h => h.Search, s => s.Id, (h, s) => new { h.Post, s.Name }).ToListAsync(cancellation);
        var searches = found.ToLookup(f => f.Post, f => f.Name);
        return [.. posts.OrderBy(p => p.CreatedAt).Select(p => Post(p, [.. searches[p.Id].Order(StringComparer.Ordinal)]))];
    }

    private static ExportedPost Post(KeptPost post, IReadOnlyList<string> searches) => new(
        post.Network, post.Uri, post.WebLink, post.AuthorHandle, post.AuthorName, post.Text, post.Languages, Iso(post.CreatedAt), Iso(post.StoredAt),
        [.. post.Links.Select(l => l.Address)], [.. post.Pictures.Select(p => p.AltText)], searches);

    private static string Iso(Instant at) => InstantPattern.ExtendedIso.Format(at);
}

/// <summary>One post in the file.</summary>
internal sealed record ExportedPost(
    string Network,
    string Address,
    string? Page,
    string Handle,
    string Name,
    string Text,
    IReadOnlyList<string> Languages,
    string WrittenAt,
    string StoredAt,
    IReadOnlyList<string> Links,
    IReadOnlyList<string> PictureTexts,
    IReadOnlyList<string> FoundBySearches);
