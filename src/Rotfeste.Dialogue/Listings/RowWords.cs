using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Listings;

/// <summary>Puts one conversation into the words of its row.</summary>
internal sealed class RowWords(IStringLocalizer<Texts> texts, Caller caller, InboxWish wish, DueWords due, Plan plan, PrivateRules rules, IReadOnlySet<ConversationId> covered, Instant now)
{
    // Two lines hold no more on any screen.
    private const int MostText = 220;
    private readonly Instant urgentBefore = plan.UrgentBefore(now);

    public RowView Of(
        ListedConversation conversation, StoredPost? post, string? taker, ItemCard? order, ChannelCard? channel, IReadOnlyList<string> labels)
    {
        var group = GroupOf(conversation);
        var (standing, words) = StateOf(conversation, group, order);
        var isErased = post is null or { Erased: not null };
        var read = isErased ? null : rules.AtAGlance(post!.Post.Text, conversation.Id);
        return new RowView(
            conversation.Id.Value,
            $"{caller.To("inbox")}/{conversation.Id}{wish.Query}",
            group,
            isErased ? null : NetworkNames.Of(post!.Post.Author),
            read is null ? null : covered.Contains(conversation.Id) ? "" : Shortened.Of(read.Text, MostText),
            standing,
            words ?? (conversation.WaitingSince is { } since ? Waited.Say(texts, now - since) : ""),
            words is null && conversation.WaitingSince is not null,
            conversation.LastPostAt,
            WhoOf(conversation, taker),
            conversation.TakenBy is null && group <= RowGroup.Failed,
            NetworkNames.Of(channel?.Network ?? post?.Post.Network ?? ""),
            labels,
            group == RowGroup.Snoozed ? conversation.SnoozedUntil : null)
        {
            IsPrivate = post is { Post.IsPrivate: true },
            IsCovered = covered.Contains(conversation.Id),
            Hidden = read?.Keys ?? [],
        };
    }

    private RowGroup GroupOf(ListedConversation conversation) => conversation.State switch
    {
        ConversationState.WaitingForUs when conversation.DueAt <= urgentBefore => RowGroup.Late,
        ConversationState.WaitingForUs => RowGroup.Waiting,
        ConversationState.SendingFailed => RowGroup.Failed,
        ConversationState.Snoozed => RowGroup.Snoozed,
        ConversationState.WaitingForThem => RowGroup.Theirs,
        ConversationState.Gone => RowGroup.Gone,
        _ => RowGroup.Closed,
    };

    private (Standing?, string?) StateOf(ListedConversation conversation, RowGroup group, ItemCard? order) => (group, order?.State) switch
    {
        (RowGroup.Late or RowGroup.Waiting, ItemState.OutcomeUnknown) => (Standing.Unknown, texts["Row.Unknown"]),
        (RowGroup.Late or RowGroup.Waiting, ItemState.Queued) when order!.Reason != ItemReason.None => (Standing.Failed, texts["Row.NotSent"]),
        (RowGroup.Late or RowGroup.Waiting, ItemState.Queued or ItemState.Sending) => (Standing.Queued, texts["Row.Sending"]),
        (RowGroup.Late, _) when due.Of(conversation.DueAt!.Value, plan, now) is var said => (said.Standing, said.Words),
        (RowGroup.Waiting, _) => (Standing.Waiting, null),
        (RowGroup.Failed, _) => (Standing.Failed, texts["Row.NotSent"]),
        (RowGroup.Snoozed, _) => (null, texts["Row.Snoozed"]),
        (RowGroup.Theirs, _) => (Standing.Sent, texts["Row.Answered"]),
        (RowGroup.Gone, _) => (null, texts["Row.Gone"]),
        _ when conversation.State == ConversationState.Merged => (null, texts["Row.Merged"]),
        _ => (Standing.Met, texts[$"Outcome.{conversation.Outcome}"]),
    };

    private string WhoOf(ListedConversation conversation, string? taker) => conversation.TakenBy switch
    {
        null => texts["Row.Free"],
        { } person when person == caller.Person => texts["Row.Yours"],
        _ => texts["Row.With", taker ?? texts["Row.Somebody"]],
    };
}
