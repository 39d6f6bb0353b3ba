using Rotfeste.Platform.Callers;

namespace Rotfeste.Agreements.Contracts;

/// <summary>The direction(s) in which a person is asked.</summary>
[Flags]
public enum Directions
{
    /// <summary>In none: merely told.</summary>
    None = 0,

    /// <summary>The leadership.</summary>
    Up = 1,

    /// <summary>Those who speak for the values the organisation lives by.</summary>
    In = 2,

    /// <summary>Those who do the work.</summary>
    Sideways = 4,
}

/// <summary>What a person holds that the frame takes from.</summary>
[Flags]
public enum Holds
{
    /// <summary>Neither.</summary>
    Nothing = 0,

    /// <summary>The budget.</summary>
    Money = 1,

    /// <summary>The working hours.</summary>
    Hours = 2,
}

/// <summary>A person who is asked.</summary>
/// <param name="Person">Who.</param>
/// <param name="Directions">In which direction(s).</param>
/// <param name="Holds">What they hold.</param>
public sealed record Asked(PersonId Person, Directions Directions, Holds Holds = Holds.Nothing);

/// <summary>Everyone in an agreement, by name. One person may be all of them.</summary>
/// <param name="Owner">Leads the talk and publishes.</param>
/// <param name="Leader">Accountable: the only one who decides over an objection.</param>
/// <param name="Asked">Who is asked; a person named twice counts once, with both directions.</param>
public sealed record Parties(PersonId Owner, PersonId Leader, IReadOnlyList<Asked> Asked);
