using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Keepings;

/// <summary>For how many days an organisation keeps the words of mentions, where that is not the usual number.</summary>
internal sealed class KeptDays : IBelongToOrganisation
{
    public const int Usual = 180;
    public const int Fewest = 7;
    public const int Most = 730;

    public required OrganisationId Organisation { get; init; }

    public required int Days { get; set; }

    public required PersonId By { get; set; }

    public required Instant At { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<KeptDays>(row =>
    {
        row.ToTable("listening_kept_days");
        row.HasKey(k => k.Organisation);
    });
}
