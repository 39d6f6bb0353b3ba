using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Followings;
using Rotfeste.Dialogue.GoodAnswers;
using Rotfeste.Dialogue.Harassment;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Merges;
using Rotfeste.Dialogue.Notes;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Dialogue.Pictures;
using Rotfeste.Dialogue.Presences;
using Rotfeste.Dialogue.Snoozes;
using Rotfeste.Dialogue.Splits;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Pictures;

namespace Rotfeste.Dialogue.Turns;

/// <summary>
/// Reads an open conversation: the newest of the thread and what waits for an answer, with our answers where they stand in it. What was said earlier is
/// a link away.
/// </summary>
internal sealed class ThreadReading(
    AppDb db, KeptAnswers kept, ThreadWindows windows, Posts posts, Items items, Colleagues colleagues, UsableChannels channels, LaidPictures laid,
    PictureAddresses pictures, LabelReading labels, PlanReading plans, DueWords due, PrivateReading privates, CoveredReading covered,
    ChannelPurposes purposes, Archives.ArchiveReading archive, NoteReading notes, KeptFollowings followings, ChannelPeople channelPeople,
    HereReading presence, ConversationParts parts, MergeReading merges, SplitReading splits, IClock clock)
{
    /// <param name="conversation">Which.</param>
    /// <param name="caller">Who reads.</param>
    /// <param name="back">So many of the newest posts are left out: one reads what was said earlier.</param>
    /// <param name="cancellation">To stop it.</param>
    public async Task<ConversationView> ReadAsync(Conversation conversation, Caller caller, int back, CancellationToken cancellation)
    {
        var sight = await channels.OfAsync(caller, cancellation);
        var window = await windows.ReadAsync(conversation, back, caller.IsProgram, cancellation);
        var last = (await posts.FindAsync([conversation.LastPost], cancellation)).GetValueOrDefault(conversation.LastPost);
        var threads = await parts.OfAsync(conversation, cancellation);
        var places = ThreadPlaces.Of(conversation, threads, sight, last?.Post.Network ?? "");
        var answers = await AnswersAsync(threads, cancellation);
        var orders = answers.Count == 0
            ? new Dictionary<ItemId, ItemCard>()
            : await items.FindAsync([.. answers.Select(a => a.Order)], cancellation);
        var people = await colleagues.WhoMayAnswerAsync(cancellation);
        var here = (await channelPeople.WhoMayAnswerAsync(conversation.Channel, cancellation)).ToHashSet();
        var named = await NamesAsync(conversation, answers, people, cancellation);

        var shown = answers.Count == 0 ? null : await laid.OfAnswersAsync(threads.Select(t => t.Home), cancellation);
        var frame = await FrameAsync(conversation, cancellation);
        var head = HeadWords.Of(
            conversation, last, sight, named, [.. people.Where(p => here.Contains(p.Person))], orders, frame, caller)
            with
            {
                Purpose = await purposes.FindAsync(conversation.Channel, cancellation),
                Snooze = frame.Snooze,
                IsForArchive = await archive.IsFlaggedAsync(conversation.Id, cancellation),
                ForgottenAt = conversation.ForgottenAt,
                Follows = (await followings.OfAsync(db, conversation.Id, cancellation)).Contains(caller.Person),
                Merges = await merges.LinesAsync(conversation, places, answers, cancellation),
                Splits = await splits.LinesAsync(conversation, cancellation),
                PartOf = await merges.PartOfAsync(conversation, cancellation),
                Here = await presence.OfAsync(conversation, caller, cancellation),
            };
        var hidden = await privates.SightAsync(conversation, caller.Person, cancellation);
        var turns = Turns(conversation, sight, hidden, window, answers, orders, named, shown, places, caller);
        var said = (await covered.AllAsync(cancellation)).Contains(conversation.Id) ? turns.Select(Cover) : turns;
        var inside = await notes.OfAsync(threads.Select(t => t.Home), caller, cancellation);
        return new ConversationView(head, inside.Count == 0 ? [.. said.Where(window.Holds)] : [.. said.Concat(inside).Where(window.Holds).OrderBy(t => t.At)])
        {
            Back = back,
            Earlier = window.Earlier,
        };
    }

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
        Conversation conversation, ChannelSight sight, ThreadSight hidden, ThreadWindow window, IReadOnlyList<WrittenAnswer> answers,
        IReadOnlyDictionary<ItemId, ItemCard> orders, IReadOnlyDictionary<PersonId, string> named,
        ILookup<AnswerId, AnswerPicture>? shown, ThreadPlaces places, Caller caller)
    {
        var stored = window.Posts;
        var card = sight.CardOf(conversation.Channel);
        var names = stored.ToDictionary(p => p.Post.Uri, p => p.Erased is null ? NetworkNames.Of(p.Post.Author) : null);

        // What we sent comes back as a post of the thread; it is shown once, as the answer it is.
        var sent = orders.Values.Select(o => o.Uri).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var uri in sent)
            names.TryAdd(uri, null);
        var words = new PostWords(conversation, card?.Account, names, address => pictures.Of(caller.Path, address), hidden) { IsWhole = window.IsWhole, Places = places, MaySplit = MaySplit(conversation, caller) };
        var now = clock.GetCurrentInstant();
        return
        [
            .. stored.Where(p => !sent.Contains(p.Post.Uri)).Select(words.Of)
                .Concat<TurnView>(answers.Select(a => AnswerWords.Of(
                    a, orders.GetValueOrDefault(a.Order), named.GetValueOrDefault(a.By, ""), card?.Network ?? "bluesky", caller, now) with
                    {
                        Place = places.Of(a.Answered),
                        CameBack = a.SentAt is { } at ? CameBack.Of(orders.GetValueOrDefault(a.Order)?.Uri, at, conversation.Outcome, stored, now) : null,
                        Pictures = [.. shown![a.Id].Select(p => new PictureView(caller.To($"conversations/{p.Conversation}/pictures/{p.Id}"), p.AltText))],
                    }))
                .OrderBy(t => t.At),
        ];
    }

    private static bool MaySplit(Conversation conversation, Caller caller) =>
        conversation is { ClosedAt: null, MergedInto: null } && conversation.Posts.Count(p => !p.IsErased) > 1 && caller.May.Contains(People.Contracts.Access.Answer);

    // What we answered before one went into the other is said there still.
    private async Task<IReadOnlyList<WrittenAnswer>> AnswersAsync(IReadOnlyList<ThreadPlace> threads, CancellationToken cancellation)
    {
        if (threads is [var only])
            return await kept.OfAsync(db, only.Home, cancellation);

        var all = new List<WrittenAnswer>();
        foreach (var thread in threads)
            all.AddRange(await kept.OfAsync(db, thread.Home, cancellation));
        return all;
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
