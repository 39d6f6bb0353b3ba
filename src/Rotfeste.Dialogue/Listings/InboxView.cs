namespace Rotfeste.Dialogue.Listings;

/// <summary>The stretches of the one line of conversations that a person can look at.</summary>
public enum InboxStretch
{
    /// <summary>What wants something of us.</summary>
    ToDo,

    /// <summary>Open ones that this person has.</summary>
    Mine,

    /// <summary>What wants something of us and nobody has.</summary>
    Free,

    /// <summary>Open ones that people of this person's unit have.</summary>
    Unit,

    /// <summary>The other side's turn.</summary>
    Theirs,

    /// <summary>Out of sight until later.</summary>
    Snoozed,

    /// <summary>All.</summary>
    All,

    /// <summary>Closed ones.</summary>
    Closed,
}

/// <summary>The list with its tabs.</summary>
/// <param name="Wish">What is shown.</param>
/// <param name="Counts">The numbers on tabs and headings.</param>
/// <param name="Rows">In order.</param>
/// <param name="Next">The cursor of the next page, or null.</param>
/// <param name="After">The cursor this page began at, or null.</param>
/// <param name="Selected">The open conversation, or null.</param>
/// <param name="Choices">What it can be narrowed to, and the person's own views.</param>
public sealed record InboxView(
    InboxWish Wish, InboxCounts Counts, IReadOnlyList<RowView> Rows, string? Next, string? After, Guid? Selected, InboxChoices Choices)
{
    /// <summary>The unusual situation that goes on, or null.</summary>
    public string? Unusual { get; init; }

    /// <summary>Which view is shown.</summary>
    public InboxStretch Stretch => Wish.Stretch;

    /// <summary>"todo", as it stands in addresses.</summary>
    public static string SlugOf(InboxStretch stretch) => stretch.ToString().ToLowerInvariant();

    /// <summary>The stretch in an address; what is unknown is the first.</summary>
    public static InboxStretch Parse(string? slug) =>
        Enum.GetValues<InboxStretch>().FirstOrDefault(s => string.Equals(SlugOf(s), slug, StringComparison.Ordinal));
}

/// <summary>Something to choose among: its id and its words.</summary>
public sealed record ChoiceView(Guid Id, string Name);

/// <summary>A view that a person keeps.</summary>
public sealed record SavedViewView(Guid Id, string Name, InboxWish Wish);

/// <summary>What the list can be narrowed to.</summary>
/// <param name="Labels">The organisation's labels.</param>
/// <param name="Channels">The accounts that this person sees.</param>
/// <param name="Saved">The person's own views.</param>
public sealed record InboxChoices(IReadOnlyList<ChoiceView> Labels, IReadOnlyList<ChoiceView> Channels, IReadOnlyList<SavedViewView> Saved)
{
    /// <summary>The own view that shows the same, or null.</summary>
    public SavedViewView? SavedAs(InboxWish wish) => Saved.FirstOrDefault(s => s.Wish == wish);

    /// <summary>Where nothing can be chosen.</summary>
    public static InboxChoices None { get; } = new([], [], []);
}
