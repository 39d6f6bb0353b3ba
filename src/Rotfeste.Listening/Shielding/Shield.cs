using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Shielding;

/// <summary>Knows within one unit of work whose posts are not kept, because a colleague keeps the account to themselves.</summary>
internal sealed class Shield(AppDb db, AuthorKeys keys)
{
    private ILookup<OrganisationId, PrivateAccount>? rows;

    public async Task<bool> CoversAsync(OrganisationId organisation, NetworkAuthor author, CancellationToken cancellation)
    {
        // One small question a unit of work, whatever organisations it sees.
        rows ??= (await db.Set<PrivateAccount>().ToListAsync(cancellation)).ToLookup(a => a.Organisation);
        if (!rows.Contains(organisation))
            return false;

        var hasher = await keys.OfAsync(db, organisation, cancellation);
        var (account, handle) = (hasher.OfAccount(author.Account), hasher.OfHandle(author.Handle));
        var known = rows[organisation].Where(a => a.AccountKey == account || a.HandleKey == handle || a.HandleKey == hasher.OfHandle(author.Account)).ToList();

        // A handle can change; the number the network gave the account stays.
        foreach (var one in known.Where(a => author.Account.Length > 0 && a.AccountKey is null))
            one.AccountKey = account;
        return known.Count > 0;
    }
}

/// <summary>The hashes of accounts that are kept private: other ones than those that tell authors apart.</summary>
internal static class ShieldKeys
{
    /// <summary>Of a lasting id at a network.</summary>
    public static string OfAccount(this AuthorHasher hasher, string account) => hasher.Hash($"private account {account}");

    /// <summary>Of a handle, whatever its capitals and with or without @.</summary>
    public static string OfHandle(this AuthorHasher hasher, string handle) => hasher.Hash($"private handle {handle.Trim().TrimStart('@').ToLowerInvariant()}");
}
