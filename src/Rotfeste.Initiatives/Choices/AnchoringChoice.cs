using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Choices;

/// <summary>What the organisation has decided: whether new channels wait, and who in the leadership group is responsible, by name.</summary>
internal sealed class AnchoringChoice : IBelongToOrganisation, IVersioned
{
    private AnchoringChoice()
    {
    }

    public OrganisationId Organisation { get; private init; }

    /// <summary>A new channel's own posts wait until it is ready. Answering never does.</summary>
    public bool IsFirm { get; private set; }

    /// <summary>Responsible for social media in the leadership group; null where it is not decided.</summary>
    public PersonId? Responsible { get; private set; }

    public Instant? DecidedAt { get; private set; }

    public PersonId? DecidedBy { get; private set; }

    public long Version { get; set; }

    public static AnchoringChoice Of(OrganisationId organisation) => new() { Organisation = organisation };

    public void BeFirm(bool isFirm) => IsFirm = isFirm;

    public void Name(PersonId responsible, PersonId by, Instant now) => (Responsible, DecidedBy, DecidedAt) = (responsible, by, now);

    public static void Map(ModelBuilder model) => model.Entity<AnchoringChoice>(row =>
    {
        row.ToTable("initiatives_choices");
        row.HasKey(c => c.Organisation);
        row.Property(c => c.Organisation).ValueGeneratedNever();
    });
}
