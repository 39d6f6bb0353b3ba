namespace Rotfeste.Initiatives.Dangers;

/// <summary>What can go wrong with an initiative, gravest first. Something to talk about, never a list of culprits.</summary>
internal enum DangerKind
{
    /// <summary>Owner or accountable leader has left.</summary>
    NobodyLeads,

    /// <summary>No leader stands behind the present version.</summary>
    LeaderNotBehind,

    /// <summary>Nobody who holds the money has agreed.</summary>
    MoneyNotAgreed,

    /// <summary>Those who do the work have not been heard.</summary>
    DoersNotHeard,

    /// <summary>Those who do the work have no hours for it.</summary>
    NoHours,

    /// <summary>Objections were decided over people's heads.</summary>
    DecidedOverHeads,

    /// <summary>Said, but not lived: those who speak for how we work object.</summary>
    SaidNotLived,

    /// <summary>People were first asked when much was fixed.</summary>
    HeardLate,

    /// <summary>Many must answer, or it stands still.</summary>
    Stiffness,
}

/// <summary>How near a danger is.</summary>
internal enum Nearness
{
    /// <summary>Talk about it now.</summary>
    Now,

    /// <summary>Keep an eye on it.</summary>
    Watch,

    /// <summary>No sign of it.</summary>
    None,
}

/// <summary>A danger with its evidence.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Nearness">How near.</param>
/// <param name="Case">Which of the ways in which it shows; it chooses the words.</param>
/// <param name="Numbers">The evidence, in the order in which the words use it.</param>
internal sealed record Danger(DangerKind Kind, Nearness Nearness, string Case, params IReadOnlyList<int> Numbers)
{
    public static Danger NoSignOf(DangerKind kind) => new(kind, Nearness.None, "None");
}
