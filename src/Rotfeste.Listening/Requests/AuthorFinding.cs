using Microsoft.EntityFrameworkCore;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Requests;

/// <summary>What lies here of an author.</summary>
internal sealed record FoundOfAuthor(IReadOnlyList<KeptPost> Posts, AuthorAsked Asked)
{
    public static FoundOfAuthor Nothing { get; } = new([], new AuthorAsked([], []));
}

/// <summary>Finds an author by what they call themselves: a handle, the account's number, or the name where somebody carried the words in by hand.</summary>
internal sealed class AuthorFinding(AppDb db, AuthorKeys keys, CurrentCaller caller)
{
    public async Task<FoundOfAuthor> FindAsync(string author, CancellationToken cancellation)
    {
        var (handle, account) = (author.ToLowerInvariant(), author);
        var found = await Posts().Where(p => p.AuthorHandle == handle || p.AuthorHandle == account || p.AuthorAccount == account
            || (p.AuthorHandle == "" && p.AuthorName == account && p.Network.StartsWith("by-hand:"))).ToListAsync(cancellation);

        // A handle found some; the same account may also have posts under an earlier one.
        var accounts = found.Select(p => p.AuthorAccount).Distinct().ToList();
        var ids = found.Select(p => p.Id).ToHashSet();
        found.AddRange((await Posts().Where(p => accounts.Contains(p.AuthorAccount)).ToListAsync(cancellation)).Where(p => !ids.Contains(p.Id)));

        // Where all posts are gone already, the account still tells which conversations were theirs.
        var hasher = await keys.OfAsync(db, caller.Required.Organisation, cancellation);
        return new FoundOfAuthor(
            found, new AuthorAsked([.. found.Select(p => p.AuthorKey).Append(hasher.Hash(account)).Distinct()], [.. found.Select(p => p.Id)]));
    }

    private IQueryable<KeptPost> Posts() => db.Set<KeptPost>().AsNoTracking().Where(p => p.Erased == null && !p.IsOurs);
}
