using System.Data.Common;

namespace Rotfeste.Listening.Streams;

/// <summary>Tells a database that takes nothing from one that does not take this.</summary>
internal static class StoreTrouble
{
    // SQLite: busy, locked, read-only, input/output, full, cannot open.
    private static readonly int[] Sqlite = [5, 6, 8, 10, 13, 14];

    // PostgreSQL: connection, resources (53100 is a full disk), operator, system, and start-up trouble.
    private static readonly string[] Postgres = ["08", "53", "57", "58"];

    /// <summary>Whether waiting may help and taking the batch apart cannot.</summary>
    public static bool IsOutside(Exception thrown)
    {
        for (var cause = thrown; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException { SqlState: null } sqlite && (sqlite.IsTransient || Array.IndexOf(Sqlite, sqlite.ErrorCode & 0xFF) >= 0))
                return true;
            if (cause is DbException { SqlState: { } state } && Array.Exists(Postgres, p => state.StartsWith(p, StringComparison.Ordinal)))
                return true;
        }

        return false;
    }
}
