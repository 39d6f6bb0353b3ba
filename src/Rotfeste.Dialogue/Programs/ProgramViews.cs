using System.Text.Json.Serialization;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;

namespace Rotfeste.Dialogue.Programs;

/// <summary>A colleague.</summary>
internal sealed record PersonJson(Guid Id, string Name);

/// <summary>A label of the organisation's own.</summary>
internal sealed record LabelJson(Guid Id, string Name);

/// <summary>A conversation as a list shows it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Link">Where a person reads it.</param>
/// <param name="State">Whose turn it is.</param>
/// <param name="MergedInto">The conversation that this one went into and goes on in, or null.</param>
/// <param name="Outcome">What came of it, once closed.</param>
/// <param name="Name">The other side's name; null when unknown or erased.</param>
/// <param name="Text">The newest they wrote, with private numbers as dots; null when erased.</param>
/// <param name="Network">"bluesky".</param>
/// <param name="Channel">The account it came to.</param>
/// <param name="IsPrivate">Not said for everybody.</param>
/// <param name="IsCovered">Somebody reported its words as threats or harassment.</param>
/// <param name="LastPostAt">When they wrote it.</param>
/// <param name="WaitingSince">Of the oldest without an answer, or null.</param>
/// <param name="DueAt">When an answer is due, or null.</param>
/// <param name="SnoozedUntil">Out of sight until then, or null.</param>
/// <param name="TakenBy">Who has it, or null.</param>
/// <param name="Labels">By name.</param>
internal sealed record ConversationJson(
    Guid Id,
    string Link,
    [property: JsonConverter(typeof(Kebab<ConversationState>))] ConversationState State,
    Guid? MergedInto,
    [property: JsonConverter(typeof(Kebab<ConversationOutcome>))] ConversationOutcome? Outcome,
    string? Name,
    string? Text,
    string? Network,
    Guid Channel,
    bool IsPrivate,
    bool IsCovered,
    DateTimeOffset LastPostAt,
    DateTimeOffset? WaitingSince,
    DateTimeOffset? DueAt,
    DateTimeOffset? SnoozedUntil,
    PersonJson? TakenBy,
    IReadOnlyList<LabelJson> Labels);

/// <summary>A page of conversations.</summary>
/// <param name="Conversations">In the inbox's order.</param>
/// <param name="Next">Give it as "after" for the next page; null on the last.</param>
internal sealed record ConversationsJson(IReadOnlyList<ConversationJson> Conversations, string? Next);

/// <summary>Who said it.</summary>
internal enum TurnKind
{
    /// <summary>A post from the network; it may be ours, written elsewhere.</summary>
    Post,

    /// <summary>An answer written here.</summary>
    Answer,

    /// <summary>A colleague's note; never sent anywhere.</summary>
    Note,
}

/// <summary>Something said in the thread.</summary>
/// <param name="Kind">By them, an answer of ours, or a note.</param>
/// <param name="Id">The answer's or note's id; null for a post.</param>
/// <param name="At">When.</param>
/// <param name="Name">Who; null when unknown or erased.</param>
/// <param name="Handle">The author's handle, or null.</param>
/// <param name="Text">With private numbers as dots; empty when erased.</param>
/// <param name="Signature">What stands under an answer.</param>
/// <param name="State">How an answer stands ("queued", "sending", "sent", "refused", "unknown", "waits", "by-hand"), or why a post is gone; else null.</param>
/// <param name="IsOurs">Written from an account of ours.</param>
/// <param name="IsPrivate">Not said for everybody.</param>
/// <param name="Link">Where one reads it at the network, or null.</param>
internal sealed record TurnJson(
    [property: JsonConverter(typeof(Kebab<TurnKind>))] TurnKind Kind,
    Guid? Id,
    DateTimeOffset At,
    string? Name,
    string? Handle,
    string Text,
    string? Signature,
    string? State,
    bool IsOurs,
    bool IsPrivate,
    string? Link);

/// <summary>A conversation with its thread.</summary>
/// <param name="Conversation">Its head.</param>
/// <param name="Seen">Number of its newest turn: give it back with a reply, so that nobody answers past what came meanwhile.</param>
/// <param name="Turns">Oldest first.</param>
internal sealed record ThreadJson(ConversationJson Conversation, int Seen, IReadOnlyList<TurnJson> Turns);

/// <summary>Whom to give a conversation to.</summary>
/// <param name="To">A colleague who may answer; null takes it oneself.</param>
/// <param name="Note">A word to the colleague, or null.</param>
internal sealed record AssignmentJson(Guid? To, string? Note);

/// <summary>A word to colleagues.</summary>
internal sealed record NewNoteJson([property: JsonRequired] string Text);

/// <summary>How to close a conversation.</summary>
internal sealed record ClosureJson([property: JsonConverter(typeof(Kebab<ConversationOutcome>)), JsonRequired] ConversationOutcome Outcome);

/// <summary>The labels that a conversation shall have, and no others.</summary>
internal sealed record LabellingJson([property: JsonRequired] IReadOnlyList<Guid> Labels);

/// <summary>An answer to send.</summary>
/// <param name="Text">The words, without signature.</param>
/// <param name="Seen">The conversation's "seen" when it was read.</param>
/// <param name="Signature">"name" or "unit", where the person has not chosen yet; else null.</param>
/// <param name="Pass">Codes of what looks private and goes out all the same; see the refusal.</param>
internal sealed record NewReplyJson([property: JsonRequired] string Text, [property: JsonRequired] int Seen, string? Signature, IReadOnlyList<string>? Pass);

/// <summary>An answer on its way; how it stands later is told by the conversation.</summary>
/// <param name="Id">Which.</param>
/// <param name="Conversation">Where.</param>
/// <param name="GoesAt">Until then its writer can take it back on the page.</param>
internal sealed record ReplyJson(Guid Id, Guid Conversation, DateTimeOffset GoesAt);
