using NodaTime;
using Rotfeste.Analysis.Calendars;
using Rotfeste.Analysis.Targets;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.ByHand;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Merges;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Dialogue.Merges;

/// <summary>Two conversations become one and part again: what waits, since when, and which never mix.</summary>
public sealed class MergingTests
{
    private static readonly Pairing Plain = new(HasPrivate: false, HasPublic: true, IsForTheSame: true, IsCovered: false);
    private static readonly ResponseTargets Aims = new(Duration.FromHours(4), Duration.FromHours(4), null);
    private static readonly BusinessCalendar Office = BusinessCalendar.MondayToFriday(DateTimeZone.Utc, null, OpenHours.Between("08:00", "16:00"));
    private static readonly OrganisationId Us = OrganisationId.New();
    private static readonly PersonId Kari = PersonId.New();

    [Fact]
    public void The_longer_waiting_question_goes_on_with_its_own_start()
    {
        var (early, late) = (Asked(At(9)), Asked(At(11)));
        early.MergeInto(late, At(12));

        late.WaitingSince.ShouldBe(At(9));
        Due(late, [early, late]).ShouldBe(At(13));
        Due(early, [early, late]).ShouldBeNull("its question goes on in the other");
        (early.State, early.MergedInto, early.Posts.Count).ShouldBe((ConversationState.Merged, late.Id, 0));
    }

    [Fact]
    public void Parted_again_each_waits_since_its_own_question()
    {
        var (early, late) = (Asked(At(9)), Asked(At(11)));
        early.MergeInto(late, At(12));
        Part(early, late, At(12, 30));
        (Due(early, [early, late]), Due(late, [early, late])).ShouldBe((At(13), At(15)));

        var (first, second) = (Asked(At(9)), Asked(At(11)));
        second.MergeInto(first, At(12));
        Part(second, first, At(12, 30));
        (Due(first, [first, second]), Due(second, [first, second])).ShouldBe((At(13), At(15)));
        (first.WaitingSince, second.WaitingSince, first.HasParts).ShouldBe((At(9), At(11), false));
    }

    [Fact]
    public void What_was_answered_stays_answered_and_what_waits_waits()
    {
        var (answered, asked) = (Asked(At(9)), Asked(At(11)));
        Answer(answered, At(10));
        answered.MergeInto(asked, At(12));
        (asked.State, asked.WaitingSince).ShouldBe((ConversationState.WaitingForUs, At(11)));

        var (done, more) = (Asked(At(8)), Asked(At(9)));
        Answer(done, At(10));
        Receive(more, At(10));
        more.MergeInto(done, At(12));
        (done.State, done.WaitingSince).ShouldBe((ConversationState.WaitingForUs, At(9)));
        Answer(done, At(13));
        done.State.ShouldBe(ConversationState.WaitingForThem);
    }

    [Fact]
    public void What_comes_to_its_thread_comes_to_the_other_and_goes_back_with_it()
    {
        var (part, whole) = (Asked(At(9)), Asked(At(10)));
        part.MergeInto(whole, At(11));
        whole.Receive(PostId.New(), At(12), part, out _).ShouldBeTrue();
        (whole.Posts.Count, whole.LastChannel).ShouldBe((3, part.Channel));

        Part(part, whole, At(13));
        (whole.Posts.Count, whole.LastChannel, part.Posts.Count, part.State).ShouldBe((1, null, 2, ConversationState.WaitingForUs));
        part.Posts.ShouldAllBe(p => p.Home == null && p.Channel == null && p.Conversation == part.Id);
    }

    [Fact]
    public void What_had_gone_into_it_before_comes_out_with_it_and_is_part_of_it_still()
    {
        var (inner, middle, outer) = (Asked(At(8)), Asked(At(9)), Asked(At(10)));
        inner.MergeInto(middle, At(11));
        middle.MergeInto(outer, At(12));
        outer.Posts.Count.ShouldBe(3);

        middle.PartFrom(outer, new HashSet<ConversationId> { middle.Id, inner.Id }, false, At(13));
        (outer.Posts.Count, middle.Posts.Count, middle.HasParts, inner.MergedInto).ShouldBe((1, 2, true, middle.Id));
        middle.WaitingSince.ShouldBe(At(8));
        middle.Posts.Count(p => p.Home == inner.Id).ShouldBe(1);
    }

    [Fact]
    public void Put_off_it_comes_back_in_sight_when_a_question_comes_to_it()
    {
        var (asked, later) = (Asked(At(9)), Asked(At(9)));
        later.Snooze(At(15), At(10));
        asked.MergeInto(later, At(11));
        later.State.ShouldBe(ConversationState.WaitingForUs);
    }

    [Fact]
    public void Private_and_public_never_mix_and_what_is_on_its_way_or_done_stays_where_it_is()
    {
        MergeRules.WhyNot(Asked(At(9)), Asked(At(9)), Plain).ShouldBeNull();
        MergeRules.WhyNot(Asked(At(9)), Asked(At(9)), Plain with { HasPrivate = true, HasPublic = false }).ShouldBeNull();
        MergeRules.WhyNot(Asked(At(9)), Asked(At(9)), Plain with { HasPrivate = true }).ShouldBe("Refused.Private");
        MergeRules.WhyNot(Asked(At(9)), Asked(At(9)), Plain with { IsForTheSame = false }).ShouldBe("Refused.Others");
        MergeRules.WhyNot(Asked(At(9)), Asked(At(9)), Plain with { IsCovered = true }).ShouldBe("Refused.Covered");
        MergeRules.WhyNot(Asked(At(9), HandChannel.Id), Asked(At(9)), Plain).ShouldBe("Refused.ByHand");

        var sending = Asked(At(9));
        sending.Answer(ItemId.New(), Kari, At(10));
        MergeRules.WhyNot(sending, Asked(At(9)), Plain).ShouldBe("Refused.Sending");
        MergeRules.WhyNot(Asked(At(9)), sending, Plain).ShouldBeNull("what is on its way answers only what it knew");
        sending.AnswerWasRefused(sending.Order!.Value);
        MergeRules.WhyNot(sending, Asked(At(9)), Plain).ShouldBe("Refused.NotSent");

        var closed = Asked(At(9));
        closed.Close(ConversationOutcome.NoAnswer, Kari, At(10));
        MergeRules.WhyNot(closed, Asked(At(9)), Plain).ShouldBe("Refused.Closed");
        MergeRules.WhyNot(Asked(At(9)), closed, Plain).ShouldBe("Refused.Closed");

        var (part, whole) = (Asked(At(9)), Asked(At(9)));
        part.MergeInto(whole, At(10));
        MergeRules.WhyNot(part, Asked(At(9)), Plain).ShouldBe("Refused.PartOfAnother");
        MergeRules.WhyNot(Asked(At(9)), part, Plain).ShouldBe("Refused.PartOfAnother");

        var gone = Asked(At(9));
        gone.Erase(gone.LastPost, At(10));
        MergeRules.WhyNot(gone, Asked(At(9)), Plain).ShouldBe("Refused.Gone");
    }

    private static void Part(Conversation part, Conversation whole, Instant now) =>
        part.PartFrom(whole, new HashSet<ConversationId> { part.Id }, false, now);

    private static Instant At(int hour, int minute = 0) => Instant.FromUtc(2026, 11, 2, hour, minute);

    private static Conversation Asked(Instant at, ChannelId? channel = null)
    {
        var conversation = Conversation.Open(ConversationId.New(), Us, channel ?? ChannelId.New(), "at://root", "key");
        Receive(conversation, at);
        return conversation;
    }

    private static void Receive(Conversation conversation, Instant at) => conversation.Receive(PostId.New(), at, out _).ShouldBeTrue();

    private static void Answer(Conversation conversation, Instant at)
    {
        var order = ItemId.New();
        conversation.Answer(order, Kari, at);
        conversation.AnswerWasSent(order, conversation.LastNumber, at);
    }

    private static Instant? Due(Conversation conversation, IEnumerable<Conversation> all) => DueTimes.DueOf(
        ResponseTimes.Of(
            all.SelectMany(c => c.History).OrderBy(e => e.At).ThenBy(e => e.Number).Select(e => e.ToEvent()), Aims, Office, At(12, 30)),
        conversation.Id);
}
