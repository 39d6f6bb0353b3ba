using NodaTime;
using Stage = Rotfeste.Initiatives.Contracts.InitiativeStage;

namespace Rotfeste.Initiatives.Briefs;

/// <summary>The way ahead: which stages, when, and where it is now.</summary>
internal sealed partial class Initiative
{
    public const int MonthsToLookAgain = 6;

    public Stage Stage { get; private set; }

    public Instant StageSince { get; private set; }

    /// <summary>When it is to start, or null where no day is set.</summary>
    public LocalDate? StartsOn { get; private set; }

    /// <summary>When a pilot is to begin; null where there is none.</summary>
    public LocalDate? PilotOn { get; private set; }

    public LocalDate LookAgainOn { get; private set; }

    /// <summary>When it is to end; null where no end is planned.</summary>
    public LocalDate? EndsOn { get; private set; }

    /// <summary>Looking again is a stage of its own: one stops, and goes on when that is agreed.</summary>
    public bool HasReview { get; private set; }

    /// <summary>The stage that comes next, or null at the end of what is planned.</summary>
    public Stage? Next => Stage switch
    {
        Stage.Before => PilotOn is null ? Stage.Running : Stage.Pilot,
        Stage.Pilot => Stage.Running,
        Stage.Running when HasReview => Stage.Review,
        Stage.Review when EndsOn is null => Stage.Running,
        Stage.Running or Stage.Review => EndsOn is null ? null : Stage.Ended,
        _ => null,
    };

    public bool HasStarted => Stage != Stage.Before;

    public void PlanStages(PlannedStages plan) => (StartsOn, PilotOn, LookAgainOn, HasReview, EndsOn) =
        (plan.StartsOn, Stage == Stage.Before ? plan.PilotOn : PilotOn, plan.LookAgainOn, plan.HasReview, plan.EndsOn);

    /// <summary>Goes on to the next stage; after having looked again, the next time is half a year ahead.</summary>
    /// <exception cref="InvalidOperationException">There is none: a bug.</exception>
    public Stage Pass(Instant now, LocalDate today)
    {
        var next = Next ?? throw new InvalidOperationException("Nothing is planned after this stage.");
        if (Stage == Stage.Review && next == Stage.Running)
            LookAgainOn = today.PlusMonths(MonthsToLookAgain);
        Stage = next;
        StageSince = now;
        return Stage;
    }

    /// <summary>Nothing more is done; what was learnt stays.</summary>
    public void End(Instant now) => (Stage, StageSince) = (Stage.Ended, now);
}

/// <summary>The days and stages that owner and leader set. Days are local; null where none is set.</summary>
internal sealed record PlannedStages(LocalDate? StartsOn, LocalDate? PilotOn, LocalDate LookAgainOn, bool HasReview, LocalDate? EndsOn);
