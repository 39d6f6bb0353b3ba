using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Rotfeste.Tests.Listening.Streams;

/// <summary>SQLite may not grow while it is full: what the disk itself would say.</summary>
internal sealed class SmallDisk : DbConnectionInterceptor
{
    public volatile bool IsFull;

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA max_page_count={(IsFull ? 1 : 1_000_000_000)}";
        await command.ExecuteScalarAsync(cancellationToken);
    }
}
