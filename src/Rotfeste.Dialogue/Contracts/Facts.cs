using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Dialogue.Contracts;

/// <summary>A conversation began.</summary>
[FactName("conversation-opened")]
public sealed record ConversationOpened(OrganisationId Organisation, ConversationId Conversation, ChannelId Channel, Instant At) : IFact;

/// <summary>The other side wrote.</summary>
[FactName("conversation-enquired")]
public sealed record ConversationEnquired(OrganisationId Organisation, ConversationId Conversation, Instant At, bool Reopened) : IFact;

/// <summary>An answer went out in public.</summary>
[FactName("answer-sent")]
public sealed record AnswerSent(OrganisationId Organisation, ConversationId Conversation, AnswerId Answer, PersonId By, Instant At) : IFact;

/// <summary>A conversation was closed.</summary>
[FactName("conversation-closed")]
public sealed record ConversationClosed(OrganisationId Organisation, ConversationId Conversation, ConversationOutcome Outcome, PersonId By, Instant At) : IFact;

/// <summary>A conversation was given labels, or labels were taken from it.</summary>
[FactName("conversation-labelled")]
public sealed record ConversationLabelled(OrganisationId Organisation, ConversationId Conversation, PersonId By, Instant At) : IFact;

/// <summary>What came of a conversation.</summary>
public enum ConversationOutcome
{
    /// <summary>Answered.</summary>
    Answered,

    /// <summary>Solved.</summary>
    Solved,

    /// <summary>Moved to a safe place.</summary>
    MovedToPrivate,

    /// <summary>No answer was wanted or fitting; a full choice.</summary>
    NoAnswer,
}
