using Rotfeste.Initiatives.Drafts;

namespace Rotfeste.Initiatives.Briefs;

/// <summary>
/// The page as it is being written: three questions, and further fields that stand empty until somebody asks for them.
/// All as typed; amounts and dates are read when the page is published.
/// </summary>
internal sealed record Brief
{
    public static Brief Empty { get; } = new();

    /// <summary>What gets better, for whom?</summary>
    public string Gain { get; init; } = "";

    /// <summary>Who does it, when in the week, with what money?</summary>
    public string Doing { get; init; } = "";

    /// <summary>How does it fit the way we really work?</summary>
    public string Fit { get; init; } = "";

    /// <summary>What is changing around us, with examples.</summary>
    public string Changing { get; init; } = "";

    public string Objectives { get; init; } = "";

    /// <summary>What it could solve.</summary>
    public string Solve { get; init; } = "";

    /// <summary>Which values, that are there already, it uses.</summary>
    public string Values { get; init; } = "";

    public string Audience { get; init; } = "";

    /// <summary>Kroner, for the period.</summary>
    public string Money { get; init; } = "";

    /// <summary>The last day of the budget's period.</summary>
    public string Until { get; init; } = "";

    /// <summary>Hours a week, all together.</summary>
    public string Hours { get; init; } = "";

    /// <summary>Who has how many hours on which day: <see cref="Weeks.WeekGrid"/> as text.</summary>
    public string Week { get; init; } = "";

    public string Dangers { get; init; } = "";

    public string Cost { get; init; } = "";

    public string Return { get; init; } = "";

    public string StandingStill { get; init; } = "";

    /// <summary>What was written in a field while another wrote in it too.</summary>
    public IReadOnlyList<Aside> Asides { get; init; } = [];

    /// <summary>Who wrote which field last, by key.</summary>
    public IReadOnlyDictionary<string, Touch> Touches { get; init; } = new Dictionary<string, Touch>();

    public bool IsEmpty => BriefFields.All.All(f => f.Read(this).Length == 0);
}
