using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Due;

namespace Rotfeste.Dialogue.Contexts;

/// <summary>Fetch the whole thread round a conversation.</summary>
[JobName("dialogue-fetch-context")]
internal sealed record FetchContextJob(OrganisationId? Organisation, ConversationId Conversation) : IJob
{
    /// <summary>One waiting at a time for each conversation.</summary>
    public string Key => Conversation.ToString();
}
