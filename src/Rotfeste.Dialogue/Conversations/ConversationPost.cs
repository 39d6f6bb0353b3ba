using NodaTime;
using Rotfeste.Channels.Contracts;
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

    public ConversationId Conversation { get; private set; }

    /// <summary>Order of arrival within the conversation, counted together with our answers; 0 where it was answered before it came in with another.</summary>
    public int Number { get; private set; }

    /// <summary>The conversation that its thread began as, where that went into this one; null in its own.</summary>
    public ConversationId? Home { get; private set; }

    /// <summary>The account it came to, where that conversation went into this one; null in its own.</summary>
    public ChannelId? Channel { get; private set; }

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

    /// <summary>The same, come to a conversation that went into <paramref name="conversation"/>.</summary>
    public static ConversationPost Of(Conversation conversation, Conversation home, PostId post, int number, Instant at)
    {
        var came = Of(conversation, post, number, at);
        if (home.Id != conversation.Id)
            (came.Home, came.Channel) = (home.Id, home.Channel);
        return came;
    }

    /// <summary>Goes on in another conversation; <paramref name="home"/> and <paramref name="channel"/> are null where it is at home there.</summary>
    public void GoInto(Conversation other, int number, ConversationId? home, ChannelId? channel) =>
        (Conversation, Number, Home, Channel) = (other.Id, number, home, channel);

    public void Erase() => IsErased = true;
}
