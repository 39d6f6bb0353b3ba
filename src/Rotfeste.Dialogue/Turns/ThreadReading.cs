using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.GoodAnswers;
using Rotfeste.Dialogue.Harassment;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Dialogue.Pictures;
using Rotfeste.Dialogue.Snoozes;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Pictures;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Turns;

/// <summary>
/// Reads an open conversation: the newest of the thread and what waits for an answer, with our answers where they stand in it. What was said earlier is
/// a link away: threads of thousands of posts have light pages too.
/// </summary>
internal sealed class ThreadReading(
    AppDb db, KeptAnswers kept, Posts posts, Items items, Colleagues colleagues, UsableChannels channels, LaidPictures laid,
    PictureAddresses pictures, LabelReading labels, PlanReading plans, DueWords due, PrivateReading privates, CoveredReading covered,
    ChannelPurposes purposes, IClock clock)
{
    private const int MostPosts = 60;
    private const int MostAsked = 10;

    /// <param name="conversation">Which.</param>
    /// <param name="caller">Who reads.</param>
    /// <param name="back">So many of the newest posts are left out: one reads what was said earlier.</param>
    /// <param name="cancellation">To stop it.</param>
    public async Task<ConversationView> ReadAsync(Conversation conversation, Caller caller, int back, CancellationToken cancellation)
    {
        var sight = await channels.OfAsync(caller, cancellation);
        var found = await posts.ThreadAsync(conversation.RootUri, MostPosts + 1, back, cancellation);
        var hasEarlier = found.Count > MostPosts;
        var window = hasEarlier ? [.. found.Skip(1)] : found;
        var stored = hasEarlier && back == 0 ? [.. await AskedAsync(conversation, window, cancellation), .. window] : window;
        var answers = await kept.OfAsync(db, conversation.Id, cancellation);
        var orders = answers.Count == 0
            ? new Dictionary<ItemId, ItemCard>()
            : await items.FindAsync([.. answers.Select(a => a.Order)], cancellation);
        var people = await colleagues.WhoMayAnswerAsync(cancellation);
        var named = await NamesAsync(conversation, answers, people, cancellation);

        var shown = answers.Count == 0 ? null : await laid.OfAnswersAsync(conversation.Id, cancellation);
        var frame = await FrameAsync(conversation, cancellation);
        var head = HeadWords.Of(
            conversation, (await posts.FindAsync([conversation.LastPost], cancellation)).GetValueOrDefault(conversation.LastPost), sight, named, people, orders, frame, caller)
            with { Purpose = await purposes.FindAsync(conversation.Channel, cancellation), Snooze = frame.Snooze };
        var hidden = await privates.SightAsync(conversation, caller.Person, cancellation);
        var turns = Turns(conversation, sight, hidden, stored, !hasEarlier && back == 0, answers, orders, named, shown, caller);
        if (hasEarlier || back > 0)
            turns = [.. turns.Where(t => t is not AnswerView answer || IsWithin(answer, window, back))];
        return new ConversationView(head, (await covered.AllAsync(cancellation)).Contains(conversation.Id) ? [.. turns.Select(Cover)] : turns)
        {
            Back = back,
            Earlier = hasEarlier ? back + MostPosts : null,
        };
    }

    // What waits stands on the first page however much was said since: the oldest of it, and the newest.
    private async Task<IEnumerable<StoredPost>> AskedAsync(Conversation conversation, IReadOnlyList<StoredPost> window, CancellationToken cancellation)
    {
        var waiting = conversation.PostsAfter(conversation.AnsweredUpTo).OrderBy(p => p.Number).Select(p => p.Post).Take(MostAsked)
            .Append(conversation.LastPost).Except(window.Select(p => p.Id)).ToList();
        return (await posts.FindAsync(waiting, cancellation)).Values.OrderBy(p => p.Post.CreatedAt);
    }

    private static bool IsWithin(AnswerView answer, IReadOnlyList<StoredPost> window, int back) =>
        (back == 0 && answer.Stands.Standing != Standing.Sent)
        || ((window.Count == 0 || answer.At >= window[0].Post.CreatedAt) && (back == 0 || answer.At <= window[^1].Post.CreatedAt));

    private static TurnView Cover(TurnView turn) =>
        turn is PostView { IsOurs: false } post ? post with { IsCovered = true, Pictures = [], Links = [] } : turn;

    private async Task<HeadWords.HeadFrame> FrameAsync(Conversation conversation, CancellationToken cancellation)
    {
        var all = await labels.AllAsync(cancellation);
        var own = await labels.OfAsync([conversation.Id], cancellation);
        var plan = await plans.ReadAsync(cancellation);
        var now = clock.GetCurrentInstant();
        return new(
            conversation.DueAt is { } at ? due.Of(at, plan, now) : null, [.. own[conversation.Id]], all, SnoozeWords.Of(conversation, plan, now));
    }

    private List<TurnView> Turns(
        Conversation conversation, ChannelSight sight, ThreadSight hidden, IReadOnlyList<StoredPost> stored, bool isWhole, IReadOnlyList<WrittenAnswer> answers,
        IReadOnlyDictionary<ItemId, ItemCard> orders, IReadOnlyDictionary<PersonId, string> named,
        ILookup<AnswerId, AnswerPicture>? shown, Caller caller)
    {
        var card = sight.CardOf(conversation.Channel);
        var names = stored.ToDictionary(p => p.Post.Uri, p => p.Erased is null ? NetworkNames.Of(p.Post.Author) : null);

        // What we sent comes back as a post of the thread; it is shown once, as the answer it is.
        var sent = orders.Values.Select(o => o.Uri).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var uri in sent)
            names.TryAdd(uri, null);
        var words = new PostWords(conversation, card?.Account, names, address => pictures.Of(caller.Path, address), hidden) { IsWhole = isWhole };
        var now = clock.GetCurrentInstant();
        return
        [
            .. stored.Where(p => !sent.Contains(p.Post.Uri)).Select(words.Of)
                .Concat<TurnView>(answers.Select(a => AnswerWords.Of(
                    a, orders.GetValueOrDefault(a.Order), named.GetValueOrDefault(a.By, ""), card?.Network ?? "bluesky", caller, now) with
                    {
                        CameBack = a.SentAt is { } at ? CameBack.Of(orders.GetValueOrDefault(a.Order)?.Uri, at, conversation.Outcome, stored, now) : null,
                        Pictures = [.. shown![a.Id].Select(p => new PictureView(caller.To($"conversations/{conversation.Id}/pictures/{p.Id}"), p.AltText))],
                    }))
                .OrderBy(t => t.At),
        ];
    }

    private async Task<IReadOnlyDictionary<PersonId, string>> NamesAsync(
        Conversation conversation, IReadOnlyList<WrittenAnswer> answers, IReadOnlyList<Colleague> known, CancellationToken cancellation)
    {
        var names = known.ToDictionary(c => c.Person, c => c.Name);
        var missing = answers.Select(a => a.By).Append(conversation.TakenBy ?? default).Append(conversation.ClosedBy ?? default)
            .Where(p => p != default && !names.ContainsKey(p)).Distinct().ToList();
        if (missing.Count > 0)
        {
            foreach (var (person, colleague) in await colleagues.FindAsync(missing, cancellation))
                names[person] = colleague.Name;
        }

        return names;
    }
}
