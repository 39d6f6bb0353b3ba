using NodaTime;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Initiatives.Starts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Stage = Rotfeste.Initiatives.Contracts.InitiativeStage;

namespace Rotfeste.Initiatives.Briefs;

/// <summary>Something people carry out together: a page, an owner, an accountable leader, and the stage it is in.</summary>
internal sealed partial class Initiative : IBelongToOrganisation, IVersioned
{
    public const int LongestTitle = 120;
    private const int MonthsToTalk = 1;

    private Initiative()
    {
    }

    public InitiativeId Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public string Title { get; private set; } = "";

    public PersonId Owner { get; private set; }

    /// <summary>The accountable leader.</summary>
    public PersonId Leader { get; private set; }

    public UnitId? Unit { get; private set; }

    public StartKind Start { get; private init; }

    public IdeaId? Idea { get; private init; }

    public Instant StartedAt { get; private init; }

    /// <summary>The page as it is being written.</summary>
    public Brief Brief { get; private set; } = Brief.Empty;

    public Instant KeptAt { get; private set; }

    public PersonId KeptBy { get; private set; }

    public long Version { get; set; }

    public static Initiative Begin(NewInitiative wanted, Brief brief, Instant now, LocalDate today) => new()
    {
        Id = InitiativeId.New(),
        Organisation = wanted.Organisation,
        Title = wanted.Title,
        Owner = wanted.Owner,
        Leader = wanted.Leader,
        Unit = wanted.Unit,
        Start = wanted.Start,
        Idea = wanted.Idea,
        StartedAt = now,
        Brief = brief,
        KeptAt = now,
        KeptBy = wanted.Owner,
        StageSince = now,

        // An account that runs already is anchored from where it stands: it goes on, with a date for the talk.
        Stage = wanted.Start == StartKind.TakeOver ? Stage.Running : Stage.Before,
        LookAgainOn = today.PlusMonths(wanted.Start == StartKind.TakeOver ? MonthsToTalk : MonthsToLookAgain),
    };

    /// <summary>The page and its numbers are written by the owner and the accountable leader.</summary>
    public bool IsWrittenBy(PersonId person) => person == Owner || person == Leader;

    public void Keep(string title, Brief brief, PersonId by, Instant now)
    {
        if (title.Length > 0)
            Title = title;
        (Brief, KeptBy, KeptAt) = (brief, by, now);
    }

    public void HandTo(PersonId owner, PersonId leader) => (Owner, Leader) = (owner, leader);
}

/// <summary>What an initiative begins with.</summary>
internal sealed record NewInitiative(
    OrganisationId Organisation, string Title, PersonId Owner, PersonId Leader, UnitId? Unit, StartKind Start, IdeaId? Idea);
