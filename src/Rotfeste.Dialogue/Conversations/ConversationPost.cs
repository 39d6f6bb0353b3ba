using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>One of the other side's posts in a conversation. Its words lie in Listening.</summary>
internal sealed class ConversationPost : IBelongToOrganisation
{
    private ConversationPost()
    {
    }

    public OrganisationId Organisation { get; private init; }

    public PostId Post { get; private init; }

    public ConversationId Conversation { get; private init; }

    /// <summary>Order of arrival within the conversation, counted together with our answers.</summary>
    public int Number { get; private init; }

    /// <summary>The network's time.</summary>
    public Instant At { get; private init; }

    public bool IsErased { get; private set; }

    public static ConversationPost Of(Conversation conversation, PostId post, int number, Instant at) => new()
    {
        Organisation = conversation.Organisation,
        Conversation = conversation.Id,
        Post = post,
        Number = number,
        At = at,
    };

    public void Erase() => IsErased = true;
}
