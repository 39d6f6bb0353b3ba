using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Listening.Contracts;

namespace Rotfeste.Dialogue.Merges;

/// <summary>Reads which posts an answer can go to where a conversation is held in several threads: the newest in each.</summary>
internal sealed class AnswerTargets(Posts posts, ConversationParts parts, AskedPost asked, PrivateReading privates)
{
    private const int MostText = 60;

    /// <summary>Empty where there is no choice.</summary>
    public async Task<IReadOnlyList<TargetView>> OfAsync(Conversation conversation, ChannelSight sight, CancellationToken cancellation)
    {
        if (!conversation.HasParts)
            return [];

        var newest = conversation.PostsUpTo(conversation.LastNumber).GroupBy(p => p.Home ?? conversation.Id).Select(g => g.MaxBy(p => (p.At, p.Number))!)
            .OrderByDescending(p => p.At).ToList();
        var said = await posts.FindAsync([.. newest.Select(p => p.Post)], cancellation);
        var rules = await privates.RulesAsync(cancellation);
        var chosen = asked.ChosenOf(conversation)?.Post ?? conversation.LastPost;
        var network = said.GetValueOrDefault(conversation.LastPost)?.Post.Network ?? "";
        var places = ThreadPlaces.Of(conversation, await parts.OfAsync(conversation, cancellation), sight, network);
        var targets =
            from there in newest
            let post = said.GetValueOrDefault(there.Post)
            let place = places.Of(there.Post)
            where post is { Erased: null } && place is not null
            select new TargetView(
                there.Post.Value, NetworkNames.Of(post.Post.Author), Shortened.Of(rules.AtAGlance(post.Post.Text, conversation.Id).Text, MostText), place,
                post.Post.IsPrivate, there.Post == chosen);
        return targets.ToList() is { Count: > 1 } several ? several : [];
    }
}
