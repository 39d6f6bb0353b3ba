using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Drafts;

/// <summary>What people are writing in conversations they have open; null where nothing was begun.</summary>
internal sealed class KnownDrafts(RowVersions versions, IClock clock)
    : Kept<(ConversationId Conversation, PersonId Person), Draft?>(versions, clock, typeof(Draft));
