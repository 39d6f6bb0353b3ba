using Microsoft.EntityFrameworkCore;

namespace Rotfeste.Platform.Data;

/// <summary>Bells that ring through PostgreSQL: sent inside the transaction, heard only once it is committed.</summary>
internal static class Signals
{
    public const string Channel = "rotfeste";

    public static async Task SendAsync(AppDb db, IReadOnlyCollection<string> bells, CancellationToken cancellation)
    {
        foreach (var bell in bells)
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {bell})", cancellation);
    }
}
