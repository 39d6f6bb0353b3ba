using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Volumes;

/// <summary>How many mentions a search or a label had in five minutes. Kept for five weeks: what a wave is held against.</summary>
internal sealed class StepCount : IBelongToOrganisation
{
    public static readonly Duration Length = Duration.FromMinutes(5);
    public static readonly Duration Kept = Duration.FromDays(35);

    public required OrganisationId Organisation { get; init; }

    /// <summary>The id of the search or the label.</summary>
    public required Guid Subject { get; init; }

    public required Instant Step { get; init; }

    public long Count { get; set; }

    /// <summary>The step that an instant lies in.</summary>
    public static Instant Of(Instant at)
    {
        var seconds = at.ToUnixTimeSeconds();
        return Instant.FromUnixTimeSeconds(seconds - (seconds % (long)Length.TotalSeconds));
    }

    public static void Map(ModelBuilder model) => model.Entity<StepCount>(row =>
    {
        row.ToTable("listening_step_counts");
        row.HasKey(c => new { c.Organisation, c.Subject, c.Step });
        row.HasIndex(c => c.Step);
    });
}
