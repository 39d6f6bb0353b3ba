using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Platform.Data;

namespace Rotfeste.Platform.Ledger;

/// <summary>Links new entries to the head of their chain, inside the commit order.</summary>
internal static class Chain
{
    public static async Task CloseAsync(AppDb db, IReadOnlyList<LedgerEntry> added, CancellationToken cancellation)
    {
        foreach (var chain in added.GroupBy(e => e.Chain))
        {
            var head = await db.Set<LedgerEntry>().AsNoTracking()
                .Where(e => e.Chain == chain.Key)
                .OrderByDescending(e => e.Sequence)
                .Select(e => new { e.Sequence, e.Hash })
                .FirstOrDefaultAsync(cancellation);
            Link(chain, head?.Sequence ?? 0, head?.Hash ?? "");
        }
    }

    /// <summary>Numbers and hashes entries so that they follow the one with this sequence and hash.</summary>
    public static void Link(IEnumerable<LedgerEntry> entries, long sequence, string hash)
    {
        foreach (var entry in entries)
        {
            entry.Sequence = ++sequence;
            entry.Previous = hash;
            entry.Hash = hash = HashOf(entry);
        }
    }

    /// <summary>Whether an entry is sound, and the one that comes next after that sequence and hash.</summary>
    public static bool Follows(LedgerEntry entry, long sequence, string hash) =>
        entry.Sequence == sequence + 1 && entry.Previous == hash && CanonicalJson.Is(entry.Data) && HashOf(entry) == entry.Hash;

    /// <summary>SHA-256, in lower-case hex, of the entry's canonical bytes.</summary>
    public static string HashOf(LedgerEntry entry) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(BytesOf(entry))));

    private static string BytesOf(LedgerEntry entry) =>
        $$"""{"at":{{entry.At.ToUnixTimeTicks() / 10}},"by":{{(entry.By is { } by ? $"\"{by}\"" : "null")}},"chain":"{{entry.Chain}}","data":{{entry.Data}},"kind":"{{entry.Kind}}","previous":"{{entry.Previous}}","sequence":{{entry.Sequence}}}""";
}
