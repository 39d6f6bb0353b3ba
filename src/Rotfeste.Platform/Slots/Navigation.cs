using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Slots;

/// <summary>Where a room stands in the rail: above the ground line shows, below it carries.</summary>
public enum NavigationPlace
{
    /// <summary>What waits for this person.</summary>
    ForYou,

    /// <summary>What the public sees something of.</summary>
    Shows,

    /// <summary>What carries it.</summary>
    Ground,

    /// <summary>Figures and accounts.</summary>
    Below,
}

/// <summary>One entry in the rail, given by a room from its door.</summary>
/// <param name="Place">The group.</param>
/// <param name="Order">Ascending within the group.</param>
/// <param name="Path">Relative to the organisation, "inbox".</param>
/// <param name="Icon">Name of the mark on the phone's tabs, "inbox"; null when never a tab.</param>
/// <param name="Policy">Shown only to callers who satisfy it.</param>
/// <param name="Label">The words, in the reader's language.</param>
/// <param name="Count">What waits for this person there; null when nothing is counted.</param>
/// <param name="TabLabel">Shorter words for the phone's tabs, or null where the label fits in twelve letters.</param>
/// <param name="Topic">The live topic on which the count is asked for again; null stands for the path.</param>
/// <param name="Under">Other paths whose pages belong to it, so that one sees where one is.</param>
public sealed record NavigationItem(
    NavigationPlace Place,
    int Order,
    string Path,
    string? Icon,
    string Policy,
    Func<IServiceProvider, string> Label,
    Func<IServiceProvider, Caller, CancellationToken, ValueTask<NavigationCount>>? Count = null,
    Func<IServiceProvider, string>? TabLabel = null,
    string? Topic = null,
    IReadOnlyList<string>? Under = null);

/// <summary>A number that waits, and the state mark of something sick there (or null).</summary>
public readonly record struct NavigationCount(int Waiting, string? Sick = null);
