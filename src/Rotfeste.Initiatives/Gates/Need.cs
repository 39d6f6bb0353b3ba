namespace Rotfeste.Initiatives.Gates;

/// <summary>Something that must be agreed before an initiative goes on to its next stage.</summary>
internal enum Need
{
    /// <summary>The accountable leader is in, on the present version.</summary>
    LeaderIsIn,

    /// <summary>Whoever holds the money is in.</summary>
    MoneyIsGiven,

    /// <summary>Whoever holds the hours is in.</summary>
    HoursAreGiven,

    /// <summary>Those who do the work have said where they stand, and nothing of it is left hanging.</summary>
    DoersAreHeard,

    /// <summary>Those who speak for how we really work are in.</summary>
    ItFits,

    /// <summary>No reservation, objection or question is open, whoever raised it.</summary>
    NothingIsOpen,
}

/// <summary>How big an initiative is, by how many are asked.</summary>
internal enum InitiativeSize
{
    Small,
    Middle,
    Large,
}
