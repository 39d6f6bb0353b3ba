using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Rotfeste.Listening.Streams;

/// <summary>Up to where everything in a stream is stored. Belongs to the wire, not to an organisation.</summary>
internal sealed class StreamCursor
{
    public required string Stream { get; init; }

    /// <summary>The stream's clock in microseconds.</summary>
    public long StoredUs { get; set; }
}

/// <summary>A stretch of a stream that nobody received.</summary>
internal sealed class StreamGapRow
{
    public required Guid Id { get; init; }

    public required string Stream { get; init; }

    public required Instant From { get; init; }

    public required Instant Until { get; init; }
}

internal static class StreamTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StreamCursor>(row =>
        {
            row.ToTable("listening_cursors");
            row.HasKey(c => c.Stream);
        });
        model.Entity<StreamGapRow>(row =>
        {
            row.ToTable("listening_gaps");
            row.Property(g => g.Id).ValueGeneratedNever();
            row.HasIndex(g => new { g.Stream, g.From }).IsUnique();
        });
    }
}
