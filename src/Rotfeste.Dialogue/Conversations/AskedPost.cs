using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>What an answer would answer: it decides who sees the answer, and what is put before it.</summary>
internal sealed class AskedPost(Posts posts)
{
    /// <summary>The other side's newest post; null once it is erased.</summary>
    public async Task<NetworkPost?> OfAsync(Conversation conversation, CancellationToken cancellation)
    {
        var found = await posts.FindAsync([conversation.LastPost], cancellation);
        return found.GetValueOrDefault(conversation.LastPost) is { Erased: null } stored ? stored.Post : null;
    }
}
