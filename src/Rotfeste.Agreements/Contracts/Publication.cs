using NodaTime;

namespace Rotfeste.Agreements.Contracts;

/// <summary>What a section says, which decides whom a change of it asks again.</summary>
public enum SectionMeaning
{
    /// <summary>What gets better: a change asks everyone.</summary>
    Objective,

    /// <summary>For whom: a change asks everyone.</summary>
    Audience,

    /// <summary>With what money.</summary>
    Money,

    /// <summary>In which hours.</summary>
    Hours,

    /// <summary>Who does it.</summary>
    People,

    /// <summary>How it fits the way we work.</summary>
    Fit,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>A part of the page, with the words themselves: what was agreed can be read when everything round it has changed.</summary>
/// <param name="Key">Lasting name within the page, "objective": a to z, 0 to 9 and hyphen, at most 40, unique in a version.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Title">Its heading, at most 200 characters.</param>
/// <param name="Words">Its text, at most 20,000 characters; null once erased.</param>
/// <param name="About">Ids of what the words name, beside them.</param>
public sealed record Section(string Key, SectionMeaning Meaning, string Title, string? Words, IReadOnlyList<Subject>? About = null);

/// <summary>What may be spent without asking again.</summary>
/// <param name="Money">In whole units of the organisation's currency, 0 to 999,999,999,999; null is none.</param>
/// <param name="HoursAWeek">Together, 0 to 10,000; null is none.</param>
/// <param name="PeriodEnd">Last day of the budget period, in the organisation's zone; null is none.</param>
public sealed record Frame(decimal? Money = null, decimal? HoursAWeek = null, LocalDate? PeriodEnd = null)
{
    /// <summary>More than this is a slip of the keyboard.</summary>
    public const decimal MostMoney = 999_999_999_999;

    /// <summary>More than this is a slip of the keyboard.</summary>
    public const decimal MostHours = 10_000;
}

/// <summary>What is to be published.</summary>
/// <param name="BuiltOn">Number of the version it was written on; 0 for the first.</param>
/// <param name="Sections">In reading order; at least one has words.</param>
/// <param name="Frame">What may be spent.</param>
/// <param name="LookAgain">Last day on which answers hold, in the organisation's zone; null is none.</param>
public sealed record Publication(int BuiltOn, IReadOnlyList<Section> Sections, Frame Frame, LocalDate? LookAgain);

/// <summary>Why something was not published. Nothing was changed.</summary>
public enum PublishRefusal
{
    /// <summary>Somebody else published meanwhile: compare, then publish on theirs.</summary>
    ReplacedMeanwhile,

    /// <summary>No section has words.</summary>
    Empty,

    /// <summary>A section is too long, its key is none, or two have one key.</summary>
    BadSection,

    /// <summary>Money below 0 or above <see cref="Frame.MostMoney"/>.</summary>
    BadMoney,

    /// <summary>Hours below 0 or above <see cref="Frame.MostHours"/>.</summary>
    BadHours,

    /// <summary>The look-again date or the period's end has passed already.</summary>
    DatePassed,

    /// <summary>Neither words nor frame nor date differ from the present version.</summary>
    Unchanged,
}

/// <summary>What came of publishing.</summary>
/// <param name="Refusal">Why not; null when published.</param>
/// <param name="Version">The new version's number; the present one's when refused.</param>
public sealed record Published(PublishRefusal? Refusal, int Version);
