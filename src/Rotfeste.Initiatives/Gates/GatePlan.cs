using Rotfeste.Initiatives.Briefs;
using Stage = Rotfeste.Initiatives.Contracts.InitiativeStage;

namespace Rotfeste.Initiatives.Gates;

/// <summary>What must be agreed before which stage, where the owner has changed it; other stages follow the sets.</summary>
internal sealed record GatePlan(IReadOnlyDictionary<Stage, IReadOnlyList<Need>> Own)
{
    public static GatePlan AsSet { get; } = new(new Dictionary<Stage, IReadOnlyList<Need>>());

    /// <summary>What was left as it is usual goes on following the sets: they grow with those who are asked.</summary>
    public GatePlan Choose(Stage stage, IReadOnlyList<Need> needs, Initiative initiative, int asked) =>
        needs.ToHashSet().SetEquals(AsSetFor(stage).For(stage, initiative, asked)) ? AsSetFor(stage) : With(stage, needs);

    public GatePlan With(Stage stage, IReadOnlyList<Need> needs) =>
        new(new Dictionary<Stage, IReadOnlyList<Need>>(Own) { [stage] = [.. needs.Distinct().Order()] });

    public GatePlan AsSetFor(Stage stage) => new(Own.Where(o => o.Key != stage).ToDictionary());

    /// <summary>What is to be agreed before a stage of an initiative that so many are asked about.</summary>
    public IReadOnlyList<Need> For(Stage stage, Initiative initiative, int asked) =>
        Own.TryGetValue(stage, out var own) ? own : GateSets.For(stage, initiative.Start, GateSets.SizeOf(asked));
}
