using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Harassment;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Turns;

/// <summary>Reads what waits for an answer in a conversation, for one who is asked about it on a page of its own.</summary>
internal sealed class QuestionReading(Posts posts, PrivateReading privates, CoveredReading covered, CurrentCaller caller)
{
    public async Task<IReadOnlyList<PostView>> OfAsync(Conversation conversation, CancellationToken cancellation)
    {
        var stored = await posts.FindAsync([.. conversation.PostsAfter(conversation.AnsweredUpTo).Select(p => p.Post)], cancellation);
        var words = new PostWords(
            conversation, null, new Dictionary<string, string?>(), _ => null, await privates.SightAsync(conversation, caller.Required.Person, cancellation));
        var isCovered = (await covered.AllAsync(cancellation)).Contains(conversation.Id);
        return [.. stored.Values.Select(words.Of).OrderBy(p => p.At).Select(p => isCovered ? p with { IsCovered = true, Pictures = [], Links = [] } : p)];
    }
}
