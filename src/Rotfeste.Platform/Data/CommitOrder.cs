using Microsoft.EntityFrameworkCore;

namespace Rotfeste.Platform.Data;

/// <summary>
/// Makes the numbers of facts and ledger entries follow the order of their commits. SQLite has one writer and needs
/// nothing; on PostgreSQL a number is drawn before the commit, so those who draw one take turns until they commit.
/// </summary>
internal static class CommitOrder
{
    private const long Key = 0x526F74_66657374;

    public static async Task HoldAsync(AppDb db, CancellationToken cancellation)
    {
        if (!db.IsSqlite)
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Key})", cancellation);
    }
}
