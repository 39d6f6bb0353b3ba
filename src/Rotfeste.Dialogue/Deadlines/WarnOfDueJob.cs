using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Due;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>Tell its people that a conversation will soon be due.</summary>
[JobName("dialogue-warn-of-due")]
internal sealed record WarnOfDueJob(OrganisationId? Organisation, ConversationId Conversation) : IJob
{
    /// <summary>One waiting at a time for each conversation.</summary>
    public string Key => Conversation.ToString();
}

/// <summary>A snoozed conversation comes back.</summary>
[JobName("dialogue-wake-conversation")]
internal sealed record WakeConversationJob(OrganisationId? Organisation, ConversationId Conversation) : IJob
{
    /// <summary>One waiting at a time for each conversation.</summary>
    public string Key => Conversation.ToString();
}

/// <summary>Put all due times right after the aims or hours were changed.</summary>
[JobName("dialogue-renew-due-times")]
internal sealed record RenewDueTimesJob(OrganisationId? Organisation) : IJob
{
    /// <summary>One waiting at a time for each organisation.</summary>
    public string Key => Organisation?.ToString() ?? "";
}
