using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Dialogue;

public sealed class ConversationTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 20, 12, 0);
    private static readonly PersonId Kari = PersonId.New();
    private static readonly PersonId Jonas = PersonId.New();

    [Fact]
    public void It_waits_for_us_since_the_oldest_post_without_an_answer()
    {
        var conversation = Asked(Noon);
        Receive(conversation, Noon + Duration.FromMinutes(5));
        conversation.State.ShouldBe(ConversationState.WaitingForUs);
        conversation.WaitingSince.ShouldBe(Noon);
    }

    [Fact]
    public void A_post_that_arrives_before_what_it_replies_to_moves_the_waiting_back()
    {
        var conversation = Asked(Noon);
        Receive(conversation, Noon - Duration.FromHours(1));
        conversation.WaitingSince.ShouldBe(Noon - Duration.FromHours(1));
        conversation.LastPostAt.ShouldBe(Noon);
    }

    [Fact]
    public void The_same_post_is_received_once()
    {
        var conversation = Asked(Noon);
        conversation.Receive(conversation.LastPost, Noon, out _).ShouldBeFalse();
        conversation.Posts.Count.ShouldBe(1);
    }

    [Fact]
    public void It_waits_for_them_once_the_answer_is_sent_and_not_before()
    {
        var conversation = Asked(Noon);
        var order = ItemId.New();
        conversation.Answer(order, Kari, Noon);
        conversation.State.ShouldBe(ConversationState.WaitingForUs);
        conversation.AnswerWasSent(order, seenUpTo: 1, Noon);
        conversation.State.ShouldBe(ConversationState.WaitingForThem);
        conversation.IsSending.ShouldBeFalse();
    }

    [Fact]
    public void What_came_while_the_answer_was_written_still_waits()
    {
        var conversation = Asked(Noon);
        var order = ItemId.New();
        Receive(conversation, Noon + Duration.FromMinutes(3));
        conversation.Answer(order, Kari, Noon);
        conversation.AnswerWasSent(order, seenUpTo: 1, Noon);
        conversation.State.ShouldBe(ConversationState.WaitingForUs);
        conversation.WaitingSince.ShouldBe(Noon + Duration.FromMinutes(3));
    }

    [Fact]
    public void Whoever_answers_what_is_free_has_it()
    {
        var conversation = Asked(Noon);
        conversation.Answer(ItemId.New(), Kari, Noon);
        conversation.TakenBy.ShouldBe(Kari);
    }

    [Fact]
    public void A_second_person_cannot_take_what_is_taken()
    {
        var conversation = Asked(Noon);
        conversation.Take(Kari, Noon).ShouldBeTrue();
        conversation.Take(Jonas, Noon).ShouldBeFalse();
        conversation.HandOver(Jonas, Jonas, Noon).ShouldBeFalse();
        conversation.HandBack(Jonas).ShouldBeFalse();
        conversation.TakenBy.ShouldBe(Kari);
    }

    [Fact]
    public void A_refused_answer_stands_among_what_did_not_go_out()
    {
        var conversation = Asked(Noon);
        var order = ItemId.New();
        conversation.Answer(order, Kari, Noon);
        conversation.AnswerWasRefused(order);
        conversation.State.ShouldBe(ConversationState.SendingFailed);
        conversation.Place.ShouldBeInRange(ConversationPlace.EndOfWaiting, ConversationPlace.EndOfToDo - 1);
    }

    [Fact]
    public void A_refusal_of_an_older_answer_does_not_touch_the_newer_one()
    {
        var conversation = Asked(Noon);
        var (first, second) = (ItemId.New(), ItemId.New());
        conversation.Answer(first, Kari, Noon);
        conversation.Answer(second, Jonas, Noon);
        conversation.AnswerWasRefused(first);
        conversation.IsSending.ShouldBeTrue();
    }

    [Fact]
    public void A_refusal_opens_a_closed_conversation_so_that_nobody_believes_it_answered()
    {
        var conversation = Asked(Noon);
        var order = ItemId.New();
        conversation.Answer(order, Kari, Noon);
        conversation.Close(ConversationOutcome.Answered, Kari, Noon);
        conversation.AnswerWasRefused(order);
        conversation.State.ShouldBe(ConversationState.SendingFailed);
    }

    [Fact]
    public void A_new_reply_reopens_what_was_closed_and_only_the_new_one_waits()
    {
        var conversation = Asked(Noon);
        conversation.Close(ConversationOutcome.NoAnswer, Kari, Noon);
        var later = Noon + Duration.FromDays(1);
        conversation.Receive(PostId.New(), later, out var reopened).ShouldBeTrue();
        reopened.ShouldBeTrue();
        conversation.State.ShouldBe(ConversationState.WaitingForUs);
        conversation.WaitingSince.ShouldBe(later);
    }

    [Fact]
    public void Opened_again_by_hand_it_stands_as_it_stood()
    {
        var conversation = Asked(Noon);
        conversation.Close(ConversationOutcome.Solved, Kari, Noon);
        conversation.Reopen(Noon).ShouldBeTrue();
        conversation.WaitingSince.ShouldBe(Noon);
        conversation.Reopen(Noon).ShouldBeFalse();
    }

    [Fact]
    public void When_all_is_deleted_nothing_waits_and_the_state_says_so()
    {
        var conversation = Asked(Noon);
        conversation.Erase(conversation.LastPost, Noon);
        conversation.State.ShouldBe(ConversationState.Gone);
        conversation.WaitingSince.ShouldBeNull();
    }

    [Fact]
    public void When_one_of_two_is_deleted_the_other_waits_and_is_shown()
    {
        var conversation = Asked(Noon);
        var first = conversation.LastPost;
        Receive(conversation, Noon + Duration.FromHours(1));
        conversation.Erase(first, Noon);
        conversation.WaitingSince.ShouldBe(Noon + Duration.FromHours(1));
        conversation.State.ShouldBe(ConversationState.WaitingForUs);
    }

    [Fact]
    public void The_line_of_conversations_has_what_is_due_first_and_the_closed_last()
    {
        long[] places =
        [
            ConversationPlace.OfDue(Noon),
            ConversationPlace.OfDue(Noon + Duration.FromHours(1)),
            ConversationPlace.WithoutDue(Noon),
            ConversationPlace.Of(ConversationState.SendingFailed, Noon),
            ConversationPlace.Of(ConversationState.Snoozed, Noon),
            ConversationPlace.Of(ConversationState.WaitingForThem, Noon + Duration.FromHours(1)),
            ConversationPlace.Of(ConversationState.WaitingForThem, Noon),
            ConversationPlace.Of(ConversationState.Gone, Noon),
            ConversationPlace.Of(ConversationState.Closed, Noon + Duration.FromHours(1)),
            ConversationPlace.Of(ConversationState.Closed, Noon),
        ];
        places.ShouldBe(places.Order());
        places[2].ShouldBeLessThan(ConversationPlace.EndOfWaiting);
        places[4].ShouldBeInRange(ConversationPlace.EndOfToDo, ConversationPlace.EndOfSnoozed - 1);
        places[5].ShouldBeInRange(ConversationPlace.EndOfSnoozed, ConversationPlace.EndOfTheirs - 1);
        places[7].ShouldBeLessThan(ConversationPlace.EndOfOpen);
        places[8].ShouldBeGreaterThanOrEqualTo(ConversationPlace.EndOfOpen);
    }

    private static Conversation Asked(Instant at)
    {
        var conversation = Conversation.Open(ConversationId.New(), OrganisationId.New(), ChannelId.New(), "at://root", "key");
        Receive(conversation, at);
        return conversation;
    }

    private static void Receive(Conversation conversation, Instant at) => conversation.Receive(PostId.New(), at, out _).ShouldBeTrue();
}
