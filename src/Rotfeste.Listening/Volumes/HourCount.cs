using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Volumes;

/// <summary>How many mentions a search had in one UTC hour. A mention that several searches hit counts once under <see cref="All"/>.</summary>
internal sealed class HourCount : IBelongToOrganisation
{
    /// <summary>Stands for all searches together.</summary>
    public static readonly SearchId All;

    public required OrganisationId Organisation { get; init; }

    public required SearchId Search { get; init; }

    public required Instant Hour { get; init; }

    public long Count { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<HourCount>(row =>
    {
        row.ToTable("listening_counts");
        row.HasKey(c => new { c.Organisation, c.Search, c.Hour });
    });
}
