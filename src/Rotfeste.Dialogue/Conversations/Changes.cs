using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Live;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>Tells open pages that conversations changed.</summary>
internal sealed class Changes(AppDb db, LiveTopics live)
{
    /// <summary>Once the unit of work is committed.</summary>
    public void Tell(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        Tell(conversation.Organisation, conversation.Id);
    }

    /// <summary>Once the unit of work is committed.</summary>
    public void Tell(OrganisationId organisation, ConversationId conversation)
    {
        live.AnnounceAfter(db, organisation, Topic(conversation));
        live.AnnounceAfter(db, organisation, Inbox);
    }

    /// <summary>The topic of the list.</summary>
    public const string Inbox = "inbox";

    /// <summary>The topic of one conversation.</summary>
    public static string Topic(ConversationId conversation) => $"conversation-{conversation}";
}
