using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>Conversations that people look at; one that changed is fetched again by every page that has it open.</summary>
internal sealed class KeptConversations(RowVersions versions, IClock clock)
    : Kept<ConversationId, Conversation?>(versions, clock, typeof(Conversation), typeof(ConversationPost));
