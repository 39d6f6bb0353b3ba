using NodaTime;
using Rotfeste.Dialogue.Composers;
using Rotfeste.Dialogue.Turns;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Asks;

/// <summary>One who may know.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">By name.</param>
/// <param name="Unit">Their unit, or null.</param>
/// <param name="Subject">What they say that they know.</param>
/// <param name="Word">The word of the question that it meets.</param>
public sealed record KnowerView(Guid Person, string Name, string? Unit, string Subject, string Word);

/// <summary>What somebody who knows has handed over.</summary>
public sealed record FactView(string Name, string Text, Instant At);

/// <summary>Who can be asked about a conversation, and what came of it.</summary>
/// <param name="Conversation">Which.</param>
/// <param name="Proposed">At most three; empty for those who do not answer.</param>
/// <param name="Facts">What was handed over, with names.</param>
/// <param name="GoesOnAt">Somebody is asked now, and it goes on then; else null.</param>
/// <param name="HasGoneOn">It went on from somebody, no matter whom.</param>
public sealed record AskPartView(
    Guid Conversation, IReadOnlyList<KnowerView> Proposed, IReadOnlyList<FactView> Facts, Instant? GoesOnAt, bool HasGoneOn);

/// <summary>A question on one's own list.</summary>
public sealed record AskRowView(Guid Id, string Subject, string Words, Instant At);

/// <summary>What one is asked about.</summary>
/// <param name="Rows">Oldest first.</param>
/// <param name="Helped">How often one has answered or handed something over in the last twelve months; nobody else sees it.</param>
public sealed record AskListView(IReadOnlyList<AskRowView> Rows, int Helped);

/// <summary>The page that an alert leads to.</summary>
/// <param name="Id">Which.</param>
/// <param name="Conversation">About which conversation.</param>
/// <param name="ByName">Who wants to know.</param>
/// <param name="Subject">What of one's own it is about.</param>
/// <param name="Posts">What they wrote.</param>
/// <param name="Text">What is typed.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record AskView(
    Guid Id, Guid Conversation, string ByName, string Subject, IReadOnlyList<PostView> Posts, string Text, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Answering in one's own name; null for those who hand a fact over.</summary>
    public OwnAnswerView? Own { get; init; }

    /// <summary>It is still wanted.</summary>
    public bool IsWanted { get; init; }

    /// <summary>What one has handed over, or null.</summary>
    public string? Fact { get; init; }

    /// <summary>One has passed it on, or it went on by itself.</summary>
    public bool HasGoneOn { get; init; }
}

/// <summary>What answering in one's own name needs.</summary>
/// <param name="Seen">The newest turn on the page.</param>
/// <param name="Signature">What will stand under it.</param>
/// <param name="MustAsk">The person's own yes to the name is asked now.</param>
/// <param name="Room">The network's measure; null where one answers by hand.</param>
/// <param name="Ending">What is put after the text.</param>
public sealed record OwnAnswerView(int Seen, string Signature, bool MustAsk, RoomView? Room, string Ending);
