using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Listening.Contracts;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>What an answer would answer: it decides who sees the answer, and what is put before it.</summary>
internal sealed class AskedPost(Posts posts)
{
    private PostId? chosen;

    /// <summary>Where others went into the conversation its writer says which post is answered; else it is the newest.</summary>
    public void Choose(Guid? post) => chosen = post is { } id ? PostId.From(id) : null;

    /// <summary>The other side's newest post, or the chosen one; null once it is erased.</summary>
    public async Task<NetworkPost?> OfAsync(Conversation conversation, CancellationToken cancellation)
    {
        var wanted = ChosenOf(conversation)?.Post ?? conversation.LastPost;
        return (await posts.FindAsync([wanted], cancellation)).GetValueOrDefault(wanted) is { Erased: null } stored ? stored.Post : null;
    }

    /// <summary>The post that was chosen; null where none was, or it is not there any longer.</summary>
    public ConversationPost? ChosenOf(Conversation conversation) =>
        chosen is { } id ? conversation.PostsUpTo(conversation.LastNumber).FirstOrDefault(p => p.Post == id) : null;

    /// <summary>The account that the answer goes out from: the one that the post came to.</summary>
    public ChannelId ChannelOf(Conversation conversation) =>
        (ChosenOf(conversation) is { } post ? post.Channel : conversation.LastChannel) ?? conversation.Channel;
}
