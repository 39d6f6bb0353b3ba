using NodaTime;
using Rotfeste.Dialogue.Listings;

namespace Rotfeste.Dialogue.Merges;

/// <summary>Which thread of a conversation that is held in several.</summary>
/// <param name="Account">Our account it came to, "@fjordvik.no", or what the place is called.</param>
/// <param name="Began">When the other side's first post came there.</param>
public sealed record PlaceView(string Account, Instant Began);

/// <summary>Where a conversation goes on that went into another.</summary>
/// <param name="Conversation">Which.</param>
/// <param name="Name">The other side there, or null.</param>
public sealed record PartOfView(Guid Conversation, string? Name);

/// <summary>A conversation that went into the open one.</summary>
/// <param name="Id">Which step.</param>
/// <param name="ByName">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Place">The thread that came.</param>
/// <param name="MayPart">They can part again.</param>
public sealed record MergeLineView(Guid Id, string ByName, Instant At, PlaceView? Place, bool MayPart);

/// <summary>A post that an answer can go to.</summary>
/// <param name="Post">Which.</param>
/// <param name="Name">Who wrote it, or null.</param>
/// <param name="Text">The beginning of what was written.</param>
/// <param name="Place">In which thread.</param>
/// <param name="IsPrivate">Not said for everybody, and neither is the answer.</param>
/// <param name="IsChosen">This one is answered.</param>
public sealed record TargetView(Guid Post, string? Name, string Text, PlaceView Place, bool IsPrivate, bool IsChosen);

/// <summary>The page on which one finds the other conversation.</summary>
/// <param name="Conversation">The one that stays.</param>
/// <param name="Name">The other side in it, or null.</param>
/// <param name="Words">What was searched for.</param>
/// <param name="Theirs">Open conversations with the same person.</param>
/// <param name="Found">What the words found.</param>
/// <param name="Refused">Why the one that was chosen cannot be merged, or null.</param>
public sealed record MergingView(
    Guid Conversation, string? Name, string Words, IReadOnlyList<RowView> Theirs, IReadOnlyList<RowView> Found, string? Refused);
