using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Snoozes;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Turns;

/// <summary>Puts a conversation into what stands over it.</summary>
internal static class HeadWords
{
    public static HeadView Of(
        Conversation conversation, StoredPost? last, ChannelSight sight, IReadOnlyDictionary<PersonId, string> names,
        IReadOnlyList<Colleague> people, IReadOnlyDictionary<ItemId, ItemCard> orders, HeadFrame frame, Caller caller)
    {
        var card = sight.CardOf(conversation.Channel);
        var isThere = last is { Erased: null };
        var (standing, key) = StateOf(conversation.State);
        var mayAct = caller.May.Contains(Access.Answer) && conversation.MergedInto is null;
        var moving = orders.Values.Where(o => o.State is ItemState.Queued or ItemState.Sending).ToList();
        return new HeadView(
            conversation.Id.Value,
            isThere ? NetworkNames.Of(last!.Post.Author) : null,
            isThere && last!.Post.Author.Handle.Length > 0 ? last.Post.Author.Handle : null,
            NetworkNames.Of(card?.Network ?? last?.Post.Network ?? ""),
            card?.Handle,
            standing,
            key,
            conversation.State == ConversationState.WaitingForUs ? conversation.WaitingSince : null,
            conversation.TakenBy is { } taker ? names.GetValueOrDefault(taker, "?") : null,
            conversation.TakenBy == caller.Person,
            conversation.TakenAt,
            conversation.Outcome,
            conversation.ClosedBy is { } closer ? names.GetValueOrDefault(closer, "?") : null,
            conversation.ClosedAt,
            mayAct,
            mayAct ? [.. people.Where(p => p.Person != conversation.TakenBy).Select(p => new ColleagueView(p.Person.Value, p.Name, p.UnitName))] : [],
            string.Join(' ', [Changes.Topic(conversation.Id), "names", .. orders.Values.Where(o => o.State is not ItemState.Sent).Select(o => $"item-{o.Id}")]),
            frame.Due,
            frame.Labels,
            frame.AllLabels,
            moving.Count > 0);
    }

    /// <summary>What stands around it: its due time and labels, and whether it can wait.</summary>
    internal sealed record HeadFrame(DueView? Due, IReadOnlyList<LabelView> Labels, IReadOnlyList<LabelView> AllLabels, SnoozeView? Snooze);

    private static (Standing?, string) StateOf(ConversationState state) => state switch
    {
        ConversationState.WaitingForUs => (Standing.Waiting, "State.Waiting"),
        ConversationState.SendingFailed => (Standing.Failed, "State.Failed"),
        ConversationState.Snoozed => (null, "State.Snoozed"),
        ConversationState.WaitingForThem => (Standing.Sent, "State.Theirs"),
        ConversationState.Gone => (null, "State.Gone"),
        ConversationState.Merged => (null, "State.Merged"),
        _ => (Standing.Met, "State.Closed"),
    };
}
