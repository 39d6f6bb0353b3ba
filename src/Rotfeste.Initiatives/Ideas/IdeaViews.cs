using NodaTime;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Initiatives.Ideas;

/// <summary>All ideas, newest first, and the field for a new one.</summary>
public sealed record IdeasView(IReadOnlyList<IdeaRowView> Ideas, string Text, IReadOnlyList<Refusal> Refusals);

/// <summary>An idea in the list.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Title">Its first sentence.</param>
/// <param name="By">Who put it up.</param>
/// <param name="At">When.</param>
/// <param name="WouldLike">How many would like to.</param>
/// <param name="Comments">How many comments.</param>
/// <param name="Became">Where the initiative is that it became, or null.</param>
public sealed record IdeaRowView(string Address, string Title, string By, Instant At, int WouldLike, int Comments, string? Became);

/// <summary>One idea.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Title">Its first sentence.</param>
/// <param name="Text">All of it.</param>
/// <param name="By">Who put it up.</param>
/// <param name="At">When.</param>
/// <param name="Became">Where the initiative is that it became, or null.</param>
/// <param name="Voices">Those who would like to, are able to or have the time, by name.</param>
/// <param name="Mine">What the reader said, or null.</param>
/// <param name="Comments">Oldest first.</param>
/// <param name="Alike">What was learnt before in something like it.</param>
/// <param name="Comment">What was typed and must be mended.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record IdeaView(
    string Address, string Title, string Text, string By, Instant At, string? Became, IReadOnlyList<VoiceView> Voices, MyVoiceView? Mine,
    IReadOnlyList<CommentView> Comments, IReadOnlyList<AlikeView> Alike, string Comment, IReadOnlyList<Refusal> Refusals);

/// <summary>What a person said to an idea.</summary>
public sealed record VoiceView(string Name, bool WouldLike, bool IsAble, bool HasTime);

/// <summary>What the reader said; declined is "NotNow", "NotMe" or null.</summary>
public sealed record MyVoiceView(bool WouldLike, bool IsAble, bool HasTime, string? Declined);

/// <summary>A comment.</summary>
public sealed record CommentView(string By, Instant At, string Text);

/// <summary>Something learnt before.</summary>
public sealed record AlikeView(string Address, string Title, string Learnt);
