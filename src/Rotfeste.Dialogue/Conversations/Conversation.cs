using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>One asking person in one thread, and who of us has it.</summary>
internal sealed partial class Conversation : IBelongToOrganisation, IVersioned
{
    private readonly List<ConversationPost> posts = [];

    private Conversation()
    {
    }

    public ConversationId Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public ChannelId Channel { get; private init; }

    /// <summary>The network's address of the thread's first post.</summary>
    public string RootUri { get; private init; } = "";

    /// <summary>Keyed hash of the other side's account.</summary>
    public string AuthorKey { get; private init; } = "";

    public PersonId? TakenBy { get; private set; }

    public Instant? TakenAt { get; private set; }

    /// <summary>Network time of the oldest post without an answer; null when all are answered.</summary>
    public Instant? WaitingSince { get; private set; }

    /// <summary>The other side's newest post by the network's time, the one that rows show.</summary>
    public PostId LastPost { get; private set; }

    public Instant LastPostAt { get; private set; }

    /// <summary>Number of the newest turn: their posts and our answers are counted together, as they arrive.</summary>
    public int LastNumber { get; private set; }

    /// <summary>Posts up to this number are answered.</summary>
    public int AnsweredUpTo { get; private set; }

    /// <summary>The order that carries the answer on its way, or the one that was refused.</summary>
    public ItemId? Order { get; private set; }

    public bool WasRefused { get; private set; }

    public Instant? ClosedAt { get; private set; }

    public PersonId? ClosedBy { get; private set; }

    public ConversationOutcome? Outcome { get; private set; }

    /// <summary>Whose turn it is; follows from the rest and is stored for the lists.</summary>
    public ConversationState State { get; private set; }

    /// <summary>See <see cref="ConversationPlace"/>.</summary>
    public long Place { get; private set; }

    public long Version { get; set; }

    public IReadOnlyList<ConversationPost> Posts => posts;

    /// <summary>An answer is on its way.</summary>
    public bool IsSending => Order is not null && !WasRefused;

    public static Conversation Open(
        ConversationId id, OrganisationId organisation, ChannelId channel, string rootUri, string authorKey) =>
        new() { Id = id, Organisation = organisation, Channel = channel, RootUri = rootUri, AuthorKey = authorKey };

    /// <summary>Whose turn it is, from what is known.</summary>
    public static ConversationState StateOf(bool isClosed, bool isGone, bool wasRefused, bool isWaiting) =>
        (isClosed, isGone, wasRefused, isWaiting) switch
        {
            (true, _, _, _) => ConversationState.Closed,
            (_, true, _, _) => ConversationState.Gone,
            (_, _, true, _) => ConversationState.SendingFailed,
            (_, _, _, true) => ConversationState.WaitingForUs,
            _ => ConversationState.WaitingForThem,
        };

    /// <summary>The other side wrote. False when this post is in the conversation already.</summary>
    public bool Receive(PostId post, Instant at, out bool reopened)
    {
        reopened = false;
        if (posts.Exists(p => p.Post == post))
            return false;

        reopened = ClosedAt is not null;
        if (reopened)
        {
            // What was closed stays settled: only the new post waits.
            AnsweredUpTo = LastNumber;
            ForgetClosure();
        }

        posts.Add(ConversationPost.Of(this, post, ++LastNumber, at));
        Settle();
        return true;
    }

    /// <summary>The other side deleted a post.</summary>
    public void Erase(PostId post)
    {
        posts.Find(p => p.Post == post)?.Erase();
        Settle();
    }

    /// <summary>Posts of the other side that came after a turn, and still have words.</summary>
    public IEnumerable<ConversationPost> PostsAfter(int number) => posts.Where(p => p.Number > number && !p.IsErased);

    private void Settle()
    {
        var left = posts.Where(p => !p.IsErased).ToList();
        var unanswered = left.Where(p => p.Number > AnsweredUpTo).ToList();
        WaitingSince = unanswered.Count == 0 ? null : unanswered.Min(p => p.At);
        var shown = (left.Count == 0 ? posts : left).MaxBy(p => (p.At, p.Number))!;
        (LastPost, LastPostAt) = (shown.Post, shown.At);
        State = StateOf(ClosedAt is not null, left.Count == 0, WasRefused, WaitingSince is not null);
        Place = ConversationPlace.Of(State, OrderedBy);
    }

    private Instant OrderedBy => State switch
    {
        ConversationState.WaitingForUs => WaitingSince!.Value,
        ConversationState.Closed => ClosedAt!.Value,
        _ => LastPostAt,
    };
}
