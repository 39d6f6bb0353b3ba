using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Names;

/// <summary>A colleague's own yes to being named in searches: mayors and spokespersons are talked about by name.</summary>
internal sealed class NameConsent : IBelongToOrganisation
{
    public required OrganisationId Organisation { get; init; }

    public required PersonId Person { get; init; }

    public required Instant GivenAt { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<NameConsent>(row =>
    {
        row.ToTable("listening_name_consents");
        row.HasKey(c => new { c.Organisation, c.Person });
    });
}
