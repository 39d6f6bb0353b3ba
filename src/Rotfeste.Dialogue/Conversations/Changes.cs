using System.Collections.Concurrent;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Live;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>Tells open pages, and the counts kept in memory, that conversations changed.</summary>
internal sealed class Changes(AppDb db, LiveTopics live, ChangeStamps stamps)
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
        db.AfterCommit(() => stamps.Advance(organisation));
        live.AnnounceAfter(db, organisation, Topic(conversation));
        live.AnnounceAfter(db, organisation, Inbox);
    }

    /// <summary>The topic of the list.</summary>
    public const string Inbox = "inbox";

    /// <summary>The topic of one conversation.</summary>
    public static string Topic(ConversationId conversation) => $"conversation-{conversation}";
}

/// <summary>How often an organisation's conversations changed since the start.</summary>
internal sealed class ChangeStamps
{
    private readonly ConcurrentDictionary<OrganisationId, long> stamps = new();

    public long Of(OrganisationId organisation) => stamps.GetValueOrDefault(organisation);

    public void Advance(OrganisationId organisation) => stamps.AddOrUpdate(organisation, 1, (_, old) => old + 1);
}
