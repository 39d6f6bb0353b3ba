using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Criticism;

/// <summary>How the organisation meets criticism, and how it looks after whoever is met with worse.</summary>
internal sealed class CriticismPlan : IBelongToOrganisation, IVersioned
{
    public const int LongestGuide = 2_000;
    public const int LongestCare = 1_000;

    private CriticismPlan()
    {
    }

    public OrganisationId Organisation { get; private init; }

    /// <summary>A line for each step; empty where ours is kept.</summary>
    public string Guide { get; private set; } = "";

    /// <summary>Whom an employee can talk to: name, telephone, time of day; empty until it is set.</summary>
    public string Care { get; private set; } = "";

    /// <summary>The label that brings the guide up; null for none.</summary>
    public LabelId? Label { get; private set; }

    public long Version { get; set; }

    public static CriticismPlan Of(OrganisationId organisation) => new() { Organisation = organisation };

    public void Settle(string guide, string care, LabelId? label) => (Guide, Care, Label) = (guide, care, label);

    public static void Map(ModelBuilder model) => model.Entity<CriticismPlan>(row =>
    {
        row.ToTable("dialogue_criticism_plans");
        row.HasKey(p => p.Organisation);
        row.Property(p => p.Organisation).ValueGeneratedNever();
    });
}
