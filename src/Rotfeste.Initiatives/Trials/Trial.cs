using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Trials;

/// <summary>An initiative tried out: what we believe, what we look at, for how long; and what was learnt, whether or not it went as hoped.</summary>
internal sealed class Trial : IBelongToOrganisation, IVersioned
{
    public const int LongestText = 1000;

    private Trial()
    {
    }

    public OrganisationId Organisation { get; private init; }

    public InitiativeId Initiative { get; private init; }

    public string Believe { get; private set; } = "";

    public string LookAt { get; private set; } = "";

    public LocalDate Until { get; private set; }

    /// <summary>What was learnt; empty while it goes on.</summary>
    public string Learnt { get; private set; } = "";

    public Instant? EndedAt { get; private set; }

    public PersonId? EndedBy { get; private set; }

    public long Version { get; set; }

    public static Trial Of(OrganisationId organisation, InitiativeId initiative) => new() { Organisation = organisation, Initiative = initiative };

    public void Plan(string believe, string lookAt, LocalDate until) => (Believe, LookAt, Until) = (believe, lookAt, until);

    public void Learn(string learnt, PersonId by, Instant now) => (Learnt, EndedBy, EndedAt) = (learnt, by, EndedAt ?? now);

    public static void Map(ModelBuilder model) => model.Entity<Trial>(row =>
    {
        row.ToTable("initiatives_trials");
        row.HasKey(t => t.Initiative);
        row.Property(t => t.Initiative).ValueGeneratedNever();
        row.HasIndex(t => new { t.Organisation, t.EndedAt });
    });
}
