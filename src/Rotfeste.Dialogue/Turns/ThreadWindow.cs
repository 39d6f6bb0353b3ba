using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Merges;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Turns;

/// <summary>The stretch of a thread that one page shows.</summary>
/// <param name="Posts">Its posts, oldest first; on the first page with what waits for an answer, however long ago it was said.</param>
/// <param name="Back">So many of the newest posts are left out.</param>
/// <param name="Earlier">How far back one goes for what was said earlier; null where nothing was.</param>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends.</param>
internal sealed record ThreadWindow(IReadOnlyList<StoredPost> Posts, int Back, int? Earlier, Instant From, Instant Until)
{
    /// <summary>All of the thread that we have.</summary>
    public bool IsWhole => Earlier is null && Back == 0;

    /// <summary>What we said ourselves stands beside what was said then; what has not gone out stands on the first page.</summary>
    public bool Holds(TurnView turn) => IsWhole || turn is PostView
        || (Back == 0 && turn is AnswerView { Stands.Standing: not Standing.Sent })
        || (turn.At >= From && turn.At <= Until);
}

/// <summary>Reads the stretch: threads of thousands of posts have light pages too.</summary>
internal sealed class ThreadWindows(Posts posts, ConversationThread thread)
{
    private const int MostForPeople = 60;
    private const int MostForPrograms = 200;
    private const int MostAsked = 10;

    public async Task<ThreadWindow> ReadAsync(Conversation conversation, int back, bool isProgram, CancellationToken cancellation)
    {
        var most = isProgram ? MostForPrograms : MostForPeople;
        var found = await thread.ReadAsync(conversation, most + 1, back, cancellation);
        var hasEarlier = found.Count > most;
        IReadOnlyList<StoredPost> shown = hasEarlier ? [.. found.Skip(1)] : found;
        return new ThreadWindow(
            hasEarlier && back == 0 ? [.. await AskedAsync(conversation, shown, cancellation), .. shown] : shown,
            back,
            hasEarlier ? back + most : null,
            hasEarlier ? shown[0].Post.CreatedAt : Instant.MinValue,
            back > 0 && shown.Count > 0 ? shown[^1].Post.CreatedAt : Instant.MaxValue);
    }

    // The oldest of what waits, and the newest.
    private async Task<IEnumerable<StoredPost>> AskedAsync(Conversation conversation, IReadOnlyList<StoredPost> shown, CancellationToken cancellation)
    {
        var waiting = conversation.PostsAfter(conversation.AnsweredUpTo).OrderBy(p => p.Number).Select(p => p.Post).Take(MostAsked)
            .Append(conversation.LastPost).Except(shown.Select(p => p.Id)).ToList();
        return (await posts.FindAsync(waiting, cancellation)).Values.OrderBy(p => p.Post.CreatedAt);
    }
}
