using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Memberships;

/// <summary>Whether a person may answer for the organisation: it takes a leader's flag and the person's own yes.</summary>
internal enum MayAnswer
{
    None,

    /// <summary>A leader gave the flag; the person has not answered.</summary>
    Asked,

    /// <summary>The person said yes.</summary>
    Yes,
}

/// <summary>What a person said to the own name under answers.</summary>
internal enum NameChoice
{
    NotAsked,
    Name,

    /// <summary>The unit's name stands there instead, without explanation.</summary>
    Shielded,
}

/// <summary>A person in an organisation.</summary>
internal sealed class Membership : IBelongToOrganisation, IVersioned
{
    private Membership()
    {
    }

    public OrganisationId Organisation { get; private init; }

    public PersonId Person { get; private init; }

    public Roles Roles { get; private set; }

    public UnitId? Unit { get; private set; }

    public MayAnswer MayAnswer { get; private set; }

    public NameChoice NameChoice { get; private set; }

    public bool IsActive { get; private set; } = true;

    public Instant JoinedAt { get; private init; }

    public long Version { get; set; }

    public bool IsActiveOwner => IsActive && Roles.HasFlag(Roles.Owner);

    public static Membership Join(OrganisationId organisation, PersonId person, Roles roles, UnitId? unit, Instant at) =>
        new() { Organisation = organisation, Person = person, Roles = roles | Roles.Employee, Unit = unit, JoinedAt = at };

    /// <summary>Comes back after having left, with new roles; what was said about answering is asked anew.</summary>
    public void Return(Roles roles, UnitId? unit)
    {
        IsActive = true;
        Roles = roles | Roles.Employee;
        Unit = unit;
        MayAnswer = MayAnswer.None;
    }

    public void Place(Roles roles, UnitId? unit)
    {
        Roles = roles | Roles.Employee;
        Unit = unit;
    }

    public void Leave()
    {
        IsActive = false;
        MayAnswer = MayAnswer.None;
    }

    /// <summary>A leader gives the flag; a yes that was given stands.</summary>
    public void AskToAnswer() => MayAnswer = MayAnswer == MayAnswer.Yes ? MayAnswer.Yes : MayAnswer.Asked;

    /// <summary>A leader takes the flag back, or the person says no, now or later: both without a mark.</summary>
    public void StopAnswering() => MayAnswer = MayAnswer.None;

    /// <summary>The person's own yes; false where no leader gave the flag.</summary>
    public bool SayYes()
    {
        if (MayAnswer == MayAnswer.None)
            return false;
        MayAnswer = MayAnswer.Yes;
        return true;
    }

    public void ChooseName(bool show) => NameChoice = show ? NameChoice.Name : NameChoice.Shielded;
}
