using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Keepings;

/// <summary>For how long an organisation keeps the words of conversations. Until an owner has chosen, nothing goes by itself.</summary>
internal sealed class KeepingRule : IBelongToOrganisation, IVersioned
{
    /// <summary>What is proposed: two years hold a question that comes back the next summer.</summary>
    public const int Proposed = 730;
    public const int Fewest = 30;
    public const int Most = 3_650;
    public const int LongestGround = 500;

    private KeepingRule()
    {
    }

    public OrganisationId Organisation { get; private init; }

    /// <summary>After the last word; null for as long as the organisation wishes.</summary>
    public int? Days { get; private set; }

    /// <summary>What its author deletes is kept for the archive, in what is flagged for it; else it goes here too.</summary>
    public bool KeepsDeleted { get; private set; }

    /// <summary>By which law, in the organisation's own words.</summary>
    public string Ground { get; private set; } = "";

    public PersonId By { get; private set; }

    public Instant At { get; private set; }

    /// <summary>The daily work that belongs to this choice; an earlier choice's stops by itself.</summary>
    public Guid Chain { get; private set; }

    public long Version { get; set; }

    public static KeepingRule Of(OrganisationId organisation) => new() { Organisation = organisation };

    public void Choose(int? days, PersonId by, Instant at) => (Days, By, At, Chain) = (days, by, at, Guid.CreateVersion7());

    /// <summary>What happens to what its author deletes.</summary>
    public void ChooseDeleted(bool keeps, string ground) => (KeepsDeleted, Ground) = (keeps, keeps ? ground : "");

    public static void Map(ModelBuilder model) => model.Entity<KeepingRule>(row =>
    {
        row.ToTable("dialogue_keeping_rules");
        row.HasKey(r => r.Organisation);
    });
}
