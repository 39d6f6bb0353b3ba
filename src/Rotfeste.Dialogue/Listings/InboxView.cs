namespace Rotfeste.Dialogue.Listings;

/// <summary>The stretches of the one line of conversations that a person can look at.</summary>
public enum InboxStretch
{
    /// <summary>What wants something of us.</summary>
    ToDo,

    /// <summary>Open ones that this person has.</summary>
    Mine,

    /// <summary>The other side's turn.</summary>
    Theirs,

    /// <summary>All.</summary>
    All,

    /// <summary>Closed ones.</summary>
    Closed,
}

/// <summary>The list with its tabs.</summary>
/// <param name="Stretch">Which view is shown.</param>
/// <param name="Counts">The numbers on tabs and headings.</param>
/// <param name="Rows">In order.</param>
/// <param name="Next">The cursor of the next page, or null.</param>
/// <param name="After">The cursor this page began at, or null.</param>
/// <param name="Selected">The open conversation, or null.</param>
public sealed record InboxView(
    InboxStretch Stretch, InboxCounts Counts, IReadOnlyList<RowView> Rows, string? Next, string? After, Guid? Selected)
{
    /// <summary>"todo", as it stands in addresses.</summary>
    public string Slug => SlugOf(Stretch);

    /// <summary>"todo", as it stands in addresses.</summary>
    public static string SlugOf(InboxStretch stretch) => stretch.ToString().ToLowerInvariant();

    /// <summary>The stretch in an address; what is unknown is the first.</summary>
    public static InboxStretch Parse(string? slug) =>
        Enum.GetValues<InboxStretch>().FirstOrDefault(s => string.Equals(SlugOf(s), slug, StringComparison.Ordinal));
}
