using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Volumes;

/// <summary>What the mentions of an hour are told apart by.</summary>
internal enum CountBy
{
    Source,
    Language,
    Label,
}

/// <summary>How many of a search's mentions in one UTC hour came from a source, are in a language, or carry a label.</summary>
internal sealed class PartCount : IBelongToOrganisation
{
    public required OrganisationId Organisation { get; init; }

    public required SearchId Search { get; init; }

    public required CountBy By { get; init; }

    public required Instant Hour { get; init; }

    /// <summary>Network, language tag, or the label's id.</summary>
    public required string Value { get; init; }

    public long Count { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<PartCount>(row =>
    {
        row.ToTable("listening_part_counts");
        row.HasKey(c => new { c.Organisation, c.Search, c.By, c.Hour, c.Value });
    });
}
