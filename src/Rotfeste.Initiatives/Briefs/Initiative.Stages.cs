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

    /// <summary>The stage that comes next, or null at the end of what is planned.</summary>
    public Stage? Next => Stage switch
    {
        Stage.Before => PilotOn is null ? Stage.Running : Stage.Pilot,
        Stage.Pilot => Stage.Running,
        Stage.Running or Stage.Review => EndsOn is null ? null : Stage.Ended,
        _ => null,
    };

    public bool HasStarted => Stage != Stage.Before;

    public void PlanStages(LocalDate? startsOn, LocalDate? pilotOn, LocalDate lookAgainOn, LocalDate? endsOn) =>
        (StartsOn, PilotOn, LookAgainOn, EndsOn) = (startsOn, Stage == Stage.Before ? pilotOn : PilotOn, lookAgainOn, endsOn);

    /// <summary>Goes on to the next stage.</summary>
    /// <exception cref="InvalidOperationException">There is none: a bug.</exception>
    public Stage Pass(Instant now)
    {
        Stage = Next ?? throw new InvalidOperationException("Nothing is planned after this stage.");
        StageSince = now;
        return Stage;
    }

    /// <summary>Nothing more is done; what was learnt stays.</summary>
    public void End(Instant now) => (Stage, StageSince) = (Stage.Ended, now);
}
