using System.Text.RegularExpressions;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Listening.Contracts;

namespace Rotfeste.Dialogue.GoodAnswers;

/// <summary>What came back on an answer so far.</summary>
/// <param name="Replies">How many replied to it.</param>
/// <param name="HasThanks">Somebody said thank you.</param>
/// <param name="Likes">How many like it; null where the network does not say.</param>
/// <param name="IsSolved">The conversation was closed as solved.</param>
public sealed record CameBackView(int Replies, bool HasThanks, int? Likes, bool IsSolved)
{
    /// <summary>Nothing has come: usual, and said so.</summary>
    public bool IsNothing => Replies == 0 && Likes is not > 0 && !IsSolved;
}

/// <summary>Reads it out of the thread.</summary>
internal static partial class CameBack
{
    // Before that, nothing means nothing yet.
    private static readonly Duration Patience = Duration.FromHours(24);

    /// <param name="uri">Where our answer stands at the network; null where that is not known.</param>
    /// <param name="sentAt">When it went out.</param>
    /// <param name="outcome">What came of the conversation.</param>
    /// <param name="thread">The thread as it is stored.</param>
    /// <param name="now">To know whether to say that nothing came.</param>
    /// <returns>Null while there is nothing to say.</returns>
    public static CameBackView? Of(string? uri, Instant sentAt, ConversationOutcome? outcome, IReadOnlyList<StoredPost> thread, Instant now)
    {
        if (uri is null)
            return null;

        var replies = thread.Where(p => !p.IsOurs && p.Post.ReplyParent?.Uri == uri).ToList();
        var own = thread.FirstOrDefault(p => p.Post.Uri == uri)?.Post.Likes;
        var view = new CameBackView(
            replies.Count, replies.Exists(p => p.Erased is null && Thanks().IsMatch(p.Post.Text)), own, outcome == ConversationOutcome.Solved);
        return view.IsNothing && now - sentAt < Patience ? null : view;
    }

    [GeneratedRegex(@"(?<![\p{L}\d])(?:takk|tak|tusind tak|thanks|thank you|thx)(?![\p{L}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Thanks();
}
