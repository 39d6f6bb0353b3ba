using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;

namespace Rotfeste.Listening.Posts;

/// <summary>Turns an author's account into a hash that says "the same person" within one organisation, and nothing elsewhere.</summary>
internal sealed class AuthorKeys(Secrets secrets)
{
    private const string Purpose = "listening-authors";
    private readonly ConcurrentDictionary<OrganisationId, byte[]> known = new();

    /// <summary>The organisation's key, made in the caller's unit of work the first time.</summary>
    public async Task<AuthorHasher> OfAsync(AppDb db, OrganisationId organisation, CancellationToken cancellation)
    {
        if (known.TryGetValue(organisation, out var key))
            return new AuthorHasher(key);

        var row = db.Set<AuthorSecret>().Local.FirstOrDefault(s => s.Organisation == organisation)
            ?? await db.Set<AuthorSecret>().FirstOrDefaultAsync(s => s.Organisation == organisation, cancellation);
        if (row is null)
        {
            key = RandomNumberGenerator.GetBytes(32);
            db.Add(new AuthorSecret { Organisation = organisation, Seal = secrets.Seal(organisation, Purpose, Convert.ToBase64String(key)) });
            db.AfterCommit(() => known.TryAdd(organisation, key));
            return new AuthorHasher(key);
        }

        key = Convert.FromBase64String(
            secrets.Open(organisation, Purpose, row.Seal) ?? throw new CryptographicException("The key of the authors' hashes is gone."));
        if (db.Entry(row).State == EntityState.Unchanged)
            known.TryAdd(organisation, key);
        return new AuthorHasher(key);
    }
}

/// <summary>Hashes accounts with one organisation's key.</summary>
internal readonly struct AuthorHasher(byte[] key)
{
    /// <summary>32 hex digits.</summary>
    public string Hash(string account) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(account)).AsSpan(0, 16));
}
