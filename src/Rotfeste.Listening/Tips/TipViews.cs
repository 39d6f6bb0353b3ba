using NodaTime;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Listening.Tips;

/// <summary>The page of tips.</summary>
/// <param name="Url">The link, as typed or shared.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Why">A word on why.</param>
/// <param name="Mine">The reader's own tips, newest first.</param>
/// <param name="Bookmark">What one keeps as a bookmark.</param>
/// <param name="Refusals">What must be mended.</param>
/// <param name="IsSaved">A tip was given just now.</param>
public sealed record TipsView(
    string Url, string Title, string Why, IReadOnlyList<TipView> Mine, string Bookmark, IReadOnlyList<Refusal> Refusals, bool IsSaved)
{
    /// <summary>Words that were shared with it; no part of a tip.</summary>
    public string Text { get; init; } = "";
}

/// <summary>One of the reader's own tips.</summary>
/// <param name="Title">Its first words.</param>
/// <param name="Link">Where it leads, or null.</param>
/// <param name="At">When it was given.</param>
/// <param name="IsTaken">Somebody took it into dialogue.</param>
/// <param name="IsDismissed">Somebody said it is not for us.</param>
public sealed record TipView(string Title, string? Link, Instant At, bool IsTaken, bool IsDismissed);

/// <summary>Who gave a tip, and the word on why.</summary>
public sealed record TipLineView(string By, string Why);
