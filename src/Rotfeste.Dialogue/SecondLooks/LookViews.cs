using NodaTime;
using Rotfeste.Dialogue.Turns;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.SecondLooks;

/// <summary>What became of asking one colleague, as the writer sees it.</summary>
/// <param name="Id">Which.</param>
/// <param name="State">How it stands: see the texts "Stands.…".</param>
/// <param name="Name">The colleague's name.</param>
/// <param name="At">Since when.</param>
/// <param name="Comment">What they say, or "".</param>
/// <param name="Suggested">Their own words laid over the draft that they saw; empty where they have none.</param>
/// <param name="HasChanged">The draft is not the one that they saw or wrote.</param>
public sealed record LookView(
    Guid Id, string State, string Name, Instant At, string Comment, IReadOnlyList<DifferenceView> Suggested, bool HasChanged);

/// <summary>Under the text one writes: who was asked to look at it, and what they say.</summary>
/// <param name="MayAsk">There is somebody to ask.</param>
/// <param name="Looks">The newest first.</param>
public sealed record LooksView(bool MayAsk, IReadOnlyList<LookView> Looks)
{
    /// <summary>Nobody to ask, nothing said.</summary>
    public static LooksView None { get; } = new(false, []);
}

/// <summary>Asking a colleague to look.</summary>
/// <param name="Conversation">In which conversation.</param>
/// <param name="Text">The draft.</param>
/// <param name="Doubt">What one is unsure of.</param>
/// <param name="Reader">Who is chosen, or null.</param>
/// <param name="Colleagues">Who can be asked.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record LookRequestView(
    Guid Conversation, string Text, string Doubt, Guid? Reader, IReadOnlyList<ColleagueView> Colleagues, IReadOnlyList<Refusal> Refusals);

/// <summary>The page that a colleague's request leads to.</summary>
/// <param name="Id">Which.</param>
/// <param name="Version">Of what one has before one: asked anew, it is another.</param>
/// <param name="WriterName">Who asks.</param>
/// <param name="Doubt">What they are unsure of, or "".</param>
/// <param name="Posts">What was asked from outside.</param>
/// <param name="Words">The draft.</param>
/// <param name="State">How it stands: see the texts "Mine.…".</param>
/// <param name="IsWanted">There is still something to look at.</param>
/// <param name="Text">One's own words, as typed.</param>
/// <param name="Comment">One's comment, as typed.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record LookPageView(
    Guid Id, long Version, string WriterName, string Doubt, IReadOnlyList<PostView> Posts, string Words, string State, bool IsWanted, string Text,
    string Comment, IReadOnlyList<Refusal> Refusals);
