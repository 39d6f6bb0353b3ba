using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Pages;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Initiatives.Overviews;

/// <summary>Why an initiative concerns a person; what waits for them comes first.</summary>
internal enum WhyConcerned
{
    /// <summary>Asked, and has not answered.</summary>
    Asked,

    /// <summary>Answered, and must confirm it.</summary>
    AskedAgain,

    /// <summary>Owns or leads it, and it is ready to go on.</summary>
    Ready,

    /// <summary>Owns or leads it, and somebody waits for an answer.</summary>
    Open,

    /// <summary>Accountable.</summary>
    Leads,

    /// <summary>Owns it.</summary>
    Owns,

    /// <summary>Has said where they stand.</summary>
    Answered,
}

/// <summary>Why an initiative concerns a person, as a pure rule.</summary>
internal static class WhyMine
{
    /// <summary>The same for whoever is merely asked, read from their own place alone.</summary>
    public static WhyConcerned? Of(AskedPlace? place) => place?.Worth switch
    {
        null => null,
        Worth.NotYet => WhyConcerned.Asked,
        Worth.Stale => WhyConcerned.AskedAgain,
        _ => WhyConcerned.Answered,
    };

    /// <summary>Null where it does not.</summary>
    public static WhyConcerned? Of(InitiativeState state, PersonId me)
    {
        var initiative = state.Initiative;
        var mine = state.Standing.People.FirstOrDefault(p => p.Person == me && !p.HasLeft);
        if (state.Standing.Version > 0 && mine?.Worth == Worth.NotYet)
            return WhyConcerned.Asked;
        if (state.Standing.Version > 0 && mine?.Worth == Worth.Stale)
            return WhyConcerned.AskedAgain;
        if (!initiative.IsWrittenBy(me))
            return mine is null || state.Standing.Version == 0 ? null : WhyConcerned.Answered;
        if (state.Gate?.IsReady == true)
            return WhyConcerned.Ready;
        if (state.Standing.OpenThreads.Any(t => t.RaisedBy != me))
            return WhyConcerned.Open;
        return me == initiative.Leader ? WhyConcerned.Leads : WhyConcerned.Owns;
    }
}
