using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Initiatives.Gates;
using Rotfeste.Platform.Data;
using Stage = Rotfeste.Initiatives.Contracts.InitiativeStage;

namespace Rotfeste.Initiatives.Briefs;

/// <summary>How initiatives lie in the database.</summary>
internal static class InitiativeTable
{
    public static void Map(ModelBuilder model) => model.Entity<Initiative>(row =>
    {
        row.ToTable("initiatives_initiatives");
        row.Property(i => i.Id).ValueGeneratedNever();
        row.Property(i => i.Brief).HasConversion(brief => Write(brief), text => Read(text));
        row.Property(i => i.Gates).HasConversion(plan => WritePlan(plan), text => ReadPlan(text));
        row.Ignore(i => i.Next).Ignore(i => i.HasStarted);
        row.HasIndex(i => new { i.Organisation, i.Stage });
    });

    private static string Write(Brief brief) => JsonSerializer.Serialize(brief, StoredJson.Options);

    private static string WritePlan(GatePlan plan) => JsonSerializer.Serialize(plan.Own, StoredJson.Options);

    private static GatePlan ReadPlan(string text) =>
        new(JsonSerializer.Deserialize<Dictionary<Stage, IReadOnlyList<Need>>>(text, StoredJson.Options) ?? []);

    private static Brief Read(string text) => JsonSerializer.Deserialize<Brief>(text, StoredJson.Options) ?? Brief.Empty;
}
