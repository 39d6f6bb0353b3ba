using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Calendars;

/// <summary>The private address of a person's dates in one organisation. Found by the code's hash; kept sealed too, to be shown again.</summary>
internal sealed class CalendarLink : IBelongToOrganisation
{
    public required OrganisationId Organisation { get; init; }

    public required PersonId Person { get; init; }

    public required string CodeHash { get; set; }

    public required string SealedCode { get; set; }

    public required Instant MadeAt { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<CalendarLink>(row =>
    {
        row.ToTable("people_calendar_links");
        row.HasKey(l => new { l.Organisation, l.Person });
        row.HasIndex(l => l.CodeHash).IsUnique();
    });
}
