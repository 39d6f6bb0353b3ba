using NodaTime;
using Rotfeste.Analysis.Targets;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.ByHand;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Histories;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>One asking person in one thread, and who of us has it.</summary>
internal sealed partial class Conversation : IBelongToOrganisation, IVersioned
{
    private readonly List<ConversationPost> posts = [];
    private readonly List<HistoryEvent> history = [];

    private Conversation()
    {
    }

    public ConversationId Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public ChannelId Channel { get; private init; }

    /// <summary>The network's address of the thread's first post.</summary>
    public string RootUri { get; private set; } = "";

    /// <summary>Keyed hash of the other side's account.</summary>
    public string AuthorKey { get; private set; } = "";

    /// <summary>When its time was over and its words went; times and what came of it stay.</summary>
    public Instant? ForgottenAt { get; private set; }

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

    /// <summary>When the time runs out that the organisation aims at; null while none runs.</summary>
    public Instant? DueAt { get; private set; }

    /// <summary>The due time that its people were told of beforehand.</summary>
    public Instant? WarnedOf { get; private set; }

    /// <summary>Out of sight until then, or until the other side writes.</summary>
    public Instant? SnoozedUntil { get; private set; }

    /// <summary>The conversation that this one went into.</summary>
    public ConversationId? MergedInto { get; private set; }

    /// <summary>The network's address of the post that it begins with, where it was taken out of another; "" where it is the thread itself.</summary>
    public string Branch { get; private set; } = "";

    /// <summary>The conversation that it was taken out of.</summary>
    public ConversationId? SplitFrom { get; private set; }

    /// <summary>Something was taken out of its thread.</summary>
    public bool HasBranches { get; private set; }

    /// <summary>Others went into this one.</summary>
    public bool HasParts { get; private set; }

    /// <summary>The account that the newest post came to, where that is not <see cref="Channel"/>.</summary>
    public ChannelId? LastChannel { get; private set; }

    /// <summary>When a question was last answered, closed or taken back: what comes later with an older time waits from here.</summary>
    public Instant? SettledAt { get; private set; }

    /// <summary>Number of the newest event.</summary>
    public int LastEvent { get; private set; }

    /// <summary>That it is closed stands in its history; while an answer is on its way, not yet.</summary>
    public bool IsClosureNoted { get; private set; }

    /// <summary>Whose turn it is; follows from the rest and is stored for the lists.</summary>
    public ConversationState State { get; private set; }

    /// <summary>See <see cref="ConversationPlace"/>.</summary>
    public long Place { get; private set; }

    public long Version { get; set; }

    public IReadOnlyList<ConversationPost> Posts => posts;

    /// <summary>What happened since it was loaded; <see cref="HistoryReading"/> reads the rest.</summary>
    public IReadOnlyList<HistoryEvent> History => history;

    /// <summary>It was said where no account of ours can answer.</summary>
    public bool IsByHand => Channel == HandChannel.Id;

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
    public bool Receive(PostId post, Instant at, out bool reopened) => Receive(post, at, this, out reopened);

    /// <summary>The same for a post that came to <paramref name="home"/>, which went into this one.</summary>
    public bool Receive(PostId post, Instant at, Conversation home, out bool reopened)
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

        SnoozedUntil = null;
        posts.Add(ConversationPost.Of(this, home, post, ++LastNumber, at));
        NoteQuestion(at);
        Settle();
        return true;
    }

    /// <summary>The words of a post are gone: the other side deleted it, or its time was over, and then what happened stays as it was.</summary>
    public void Erase(PostId post, Instant now)
    {
        if (posts.Find(p => p.Post == post) is not { IsErased: false } erased)
            return;

        var waited = WaitingSince;
        erased.Erase();
        Settle();

        // The question that the time ran from is gone: it ends, and runs from the oldest that is left.
        if (waited is null || WaitingSince == waited || ForgottenAt is not null)
            return;
        Note(ConversationEventKind.Deleted, now);
        if (WaitingSince is { } left)
            Note(ConversationEventKind.Asked, now, left);
    }

    /// <summary>Posts of the other side that came after a turn, and still have words.</summary>
    public IEnumerable<ConversationPost> PostsAfter(int number) => posts.Where(p => p.Number > number && !p.IsErased);

    /// <summary>Posts of the other side that still have words, up to a turn.</summary>
    public IEnumerable<ConversationPost> PostsUpTo(int number) => posts.Where(p => p.Number <= number && !p.IsErased);

    private void Settle()
    {
        var left = posts.Where(p => !p.IsErased).ToList();
        var unanswered = left.Where(p => p.Number > AnsweredUpTo).ToList();
        WaitingSince = unanswered.Count == 0 ? null : unanswered.Min(p => p.At);
        if ((left.Count == 0 ? posts : left).MaxBy(p => (p.At, p.Number)) is { } shown)
            (LastPost, LastPostAt, LastChannel) = (shown.Post, shown.At, shown.Channel);
        State = MergedInto is null ? StateOf(ClosedAt is not null, left.Count == 0, WasRefused, WaitingSince is not null) : ConversationState.Merged;
        if (SnoozedUntil is not null && State is (ConversationState.WaitingForUs or ConversationState.WaitingForThem))
            State = ConversationState.Snoozed;
        Place = PlaceNow();
    }

    private long PlaceNow() => State switch
    {
        ConversationState.WaitingForUs => DueAt is { } due ? ConversationPlace.OfDue(due) : ConversationPlace.WithoutDue(WaitingSince!.Value),
        ConversationState.Snoozed => ConversationPlace.Of(State, SnoozedUntil!.Value),
        ConversationState.Closed => ConversationPlace.Of(State, ClosedAt!.Value),
        _ => ConversationPlace.Of(State, LastPostAt),
    };
}
