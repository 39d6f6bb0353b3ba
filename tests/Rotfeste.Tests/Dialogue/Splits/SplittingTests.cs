using NodaTime;
using Rotfeste.Analysis.Calendars;
using Rotfeste.Analysis.Targets;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Splits;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Dialogue.Splits;

/// <summary>A post becomes a conversation of its own: what waits where, since when, and what belongs to it.</summary>
public sealed class SplittingTests
{
    private static readonly ResponseTargets Aims = new(Duration.FromHours(4), Duration.FromHours(4), null);
    private static readonly BusinessCalendar Office = BusinessCalendar.MondayToFriday(DateTimeZone.Utc, null, OpenHours.Between("08:00", "16:00"));
    private static readonly PersonId Kari = PersonId.New();

    [Fact]
    public void A_question_that_goes_along_keeps_its_start_and_so_does_the_one_that_stays()
    {
        var (whole, first, second) = TwoQuestions();
        var made = Split(whole, first, At(12));
        (made.WaitingSince, whole.WaitingSince).ShouldBe((At(9), At(11)));
        (Due(made, whole, made), Due(whole, whole, made)).ShouldBe((At(13), At(15)));

        (whole, first, second) = TwoQuestions();
        made = Split(whole, second, At(12));
        (Due(made, whole, made), Due(whole, whole, made)).ShouldBe((At(15), At(13)));
        (made.Branch, made.SplitFrom, whole.HasBranches).ShouldBe(("at://branch", whole.Id, true));
    }

    [Fact]
    public void What_was_answered_stays_answered_and_whoever_has_the_one_has_the_other()
    {
        var (whole, first, second) = TwoQuestions();
        var order = ItemId.New();
        whole.Answer(order, Kari, At(12));
        whole.AnswerWasSent(order, whole.LastNumber, At(12));
        var made = Split(whole, second, At(13));
        (made.State, whole.State, made.TakenBy).ShouldBe((ConversationState.WaitingForThem, ConversationState.WaitingForThem, Kari));

        made.Receive(PostId.New(), At(14), out _);
        (made.State, whole.State).ShouldBe((ConversationState.WaitingForUs, ConversationState.WaitingForThem));
    }

    [Fact]
    public void Merged_again_it_is_as_before()
    {
        var (whole, first, second) = TwoQuestions();
        var made = Split(whole, first, At(12));
        made.MergeInto(whole, At(12, 30));
        (whole.WaitingSince, whole.Posts.Count, Due(whole, whole, made)).ShouldBe((At(9), 2, At(13)));
    }

    [Fact]
    public void Something_must_be_left_and_nothing_may_be_on_its_way()
    {
        var (whole, first, second) = TwoQuestions();
        SplitRules.WhyNot(whole, new HashSet<PostId> { first }).ShouldBeNull();
        SplitRules.WhyNot(whole, new HashSet<PostId> { first, second }).ShouldBe("Refused.Nothing");
        whole.Answer(ItemId.New(), Kari, At(12));
        SplitRules.WhyNot(whole, new HashSet<PostId> { first }).ShouldBe("Refused.Sending");
        whole.AnswerWasRefused(whole.Order!.Value);
        SplitRules.WhyNot(whole, new HashSet<PostId> { first }).ShouldBeNull();
        whole.Close(ConversationOutcome.NoAnswer, Kari, At(13));
        SplitRules.WhyNot(whole, new HashSet<PostId> { first }).ShouldBe("Refused.Closed");
    }

    [Theory]
    [InlineData("a", "")]
    [InlineData("b", "b")]
    [InlineData("c", "b")]
    [InlineData("d", "d")]
    [InlineData("e", "d")]
    [InlineData("f", "")]
    [InlineData("ring", "")]
    [InlineData("unknown", "")]
    public void A_post_belongs_to_the_nearest_that_became_a_conversation(string post, string branch)
    {
        var parents = new Dictionary<string, string?> { ["a"] = null, ["b"] = "a", ["c"] = "b", ["d"] = "c", ["e"] = "d", ["f"] = "a", ["ring"] = "round", ["round"] = "ring" };
        Branches.Of(post, parents, new HashSet<string> { "b", "d" }).ShouldBe(branch);
    }

    private static (Conversation Whole, PostId First, PostId Second) TwoQuestions()
    {
        var whole = Conversation.Open(ConversationId.New(), OrganisationId.New(), ChannelId.New(), "at://root", "key");
        var (first, second) = (PostId.New(), PostId.New());
        whole.Receive(first, At(9), out _);
        whole.Receive(second, At(11), out _);
        return (whole, first, second);
    }

    private static Conversation Split(Conversation whole, PostId post, Instant now) =>
        Conversation.SplitOff(whole, whole, "at://branch", new HashSet<PostId> { post }, now);

    private static Instant At(int hour, int minute = 0) => Instant.FromUtc(2026, 11, 2, hour, minute);

    private static Instant? Due(Conversation conversation, params Conversation[] all) => DueTimes.DueOf(
        ResponseTimes.Of(all.SelectMany(c => c.History).OrderBy(e => e.At).ThenBy(e => e.Number).Select(e => e.ToEvent()), Aims, Office, At(12, 30)),
        conversation.Id);
}
