using NodaTime;
using Rotfeste.Analysis.Calendars;
using Rotfeste.Analysis.Targets;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Dialogue.Deadlines;

/// <summary>The traps of response times, lived through on a conversation itself: what it notes is all that the engine is told.</summary>
public sealed class ConversationTimesTests
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
    private static readonly ResponseTargets Aims = new(Duration.FromHours(2), Duration.FromHours(2), Duration.FromHours(16));
    private static readonly BusinessCalendar Office = BusinessCalendar.MondayToFriday(Oslo, HolidayCountry.Norway, OpenHours.Between("08:00", "16:00"));
    private static readonly PersonId Kari = PersonId.New();

    [Fact]
    public void A_late_next_answer_is_noticed_though_answered_since()
    {
        var conversation = Asked(At(2, 9, 0));
        Answer(conversation, At(2, 10, 0));
        Receive(conversation, At(2, 11, 0));
        Answer(conversation, At(3, 9, 0));
        Receive(conversation, At(3, 10, 0));
        Answer(conversation, At(3, 10, 5));
        Answers(conversation, Office, At(4, 12, 0)).Select(t => (t.Kind, t.IsLate)).ShouldBe(
            [(TargetKind.FirstAnswer, false), (TargetKind.NextAnswer, true), (TargetKind.NextAnswer, false)]);
    }

    [Fact]
    public void An_interval_that_ends_at_midnight_runs_to_midnight()
    {
        var evening = BusinessCalendar.MondayToFriday(Oslo, null, OpenHours.Between("20:00", "24:00"));
        Due(Asked(At(2, 23, 0)), evening).ShouldBe(At(3, 21, 0));
    }

    [Fact]
    public void A_holiday_inside_is_not_worked() => Due(Asked(On(2026, 5, 16 - 1, 15, 0)), Office).ShouldBe(On(2026, 5, 18, 9, 0));

    [Fact]
    public void Both_clock_changes_cost_and_give_an_hour()
    {
        var night = new BusinessCalendar(Oslo, Enumerable.Range(1, 7).ToDictionary(d => (IsoDayOfWeek)d, IReadOnlyList<OpenHours> (_) => [OpenHours.Between("01:00", "04:00")]));
        Due(Asked(On(2026, 3, 29, 1, 0)), night).ShouldBe(On(2026, 3, 29, 4, 0));
        Due(Asked(On(2026, 10, 25, 1, 0)), night).ShouldBe(Instant.FromUtc(2026, 10, 25, 1, 0));
    }

    [Fact]
    public void Reopened_after_closing_the_question_that_nobody_answered_waits_anew()
    {
        var conversation = Asked(At(2, 9, 0));
        conversation.Close(ConversationOutcome.NoAnswer, Kari, At(2, 10, 0));
        conversation.MayBeDue.ShouldBeFalse();
        conversation.Reopen(At(3, 9, 0));
        Due(conversation, Office, At(3, 9, 0)).ShouldBe(At(3, 11, 0));
        Answers(conversation, Office, At(3, 10, 0))[0].Counts.ShouldBeFalse();
    }

    [Fact]
    public void Closed_before_the_answer_went_out_it_is_answered_and_then_closed()
    {
        var conversation = Asked(At(2, 9, 0));
        var order = ItemId.New();
        conversation.Answer(order, Kari, At(2, 10, 0));
        conversation.Close(ConversationOutcome.Answered, Kari, At(2, 10, 0));
        conversation.AnswerWasSent(order, 1, At(2, 10, 1));
        Times(conversation, Office, At(4, 10, 0)).Select(t => (t.Kind, t.End)).ShouldBe(
            [(TargetKind.FirstAnswer, TargetEnd.Answered), (TargetKind.Closing, TargetEnd.Closed)]);
    }

    [Fact]
    public void Answered_and_snoozed_in_one_step_is_answered_and_out_of_sight_until_they_write()
    {
        var conversation = Asked(At(2, 9, 0));
        var order = ItemId.New();
        conversation.Answer(order, Kari, At(2, 10, 0));
        conversation.Snooze(At(9, 8, 0), At(2, 10, 0)).ShouldBeTrue();
        conversation.AnswerWasSent(order, 1, At(2, 10, 0));
        conversation.State.ShouldBe(ConversationState.Snoozed);
        Answers(conversation, Office, At(4, 10, 0)).ShouldHaveSingleItem().End.ShouldBe(TargetEnd.Answered);
        Receive(conversation, At(3, 9, 0));
        conversation.State.ShouldBe(ConversationState.WaitingForUs);
    }

    [Fact]
    public void Sent_and_put_off_in_one_step_rests_only_once_it_is_out_and_only_while_they_are_silent()
    {
        var (answered, late, writing) = (Asked(At(2, 9, 0)), Asked(At(2, 9, 0)), Asked(At(2, 9, 0)));
        foreach (var conversation in new[] { answered, late, writing })
        {
            var order = ItemId.New();
            conversation.Answer(order, Kari, At(2, 10, 0));
            conversation.SnoozeAnswered(At(9, 8, 0), At(2, 10, 0)).ShouldBeFalse("nothing is out yet");
            if (conversation == writing)
                Receive(conversation, At(2, 10, 1));
            conversation.AnswerWasSent(order, 1, At(2, 10, 2));
        }

        answered.SnoozeAnswered(At(9, 8, 0), At(2, 10, 2)).ShouldBeTrue();
        answered.State.ShouldBe(ConversationState.Snoozed);
        Answers(answered, Office, At(4, 10, 0)).ShouldHaveSingleItem().Ended.ShouldBe(At(2, 10, 2));
        late.SnoozeAnswered(At(2, 10, 1), At(2, 10, 2)).ShouldBeFalse("the time is over");
        writing.SnoozeAnswered(At(9, 8, 0), At(2, 10, 2)).ShouldBeFalse("they wait for us");
        writing.State.ShouldBe(ConversationState.WaitingForUs);
    }

    [Fact]
    public void An_answer_sent_from_a_second_channel_ends_the_wait_and_a_further_one_changes_nothing()
    {
        var conversation = Asked(At(2, 9, 0));
        var (first, second) = (ItemId.New(), ItemId.New());
        conversation.Answer(first, Kari, At(2, 9, 0));
        conversation.Answer(second, Kari, At(2, 9, 1));
        conversation.AnswerWasSent(second, 1, At(2, 9, 30));
        conversation.AnswerWasSent(first, 1, At(2, 15, 0));
        var time = Answers(conversation, Office, At(4, 10, 0)).ShouldHaveSingleItem();
        (time.Ended, time.IsLate).ShouldBe((At(2, 9, 30), false));
    }

    [Fact]
    public void A_question_that_the_answer_did_not_see_waits_from_when_it_was_written()
    {
        var conversation = Asked(At(2, 9, 0));
        var order = ItemId.New();
        conversation.Answer(order, Kari, At(2, 9, 50));
        Receive(conversation, At(2, 9, 55));
        conversation.AnswerWasSent(order, 1, At(2, 10, 0));
        Due(conversation, Office, At(2, 10, 0)).ShouldBe(At(2, 11, 55));
        Answers(conversation, Office, At(2, 10, 0))[0].End.ShouldBe(TargetEnd.Answered);
    }

    [Fact]
    public void A_question_that_reached_us_after_an_outage_waits_from_when_it_was_written()
    {
        var conversation = Asked(At(2, 9, 0));
        Answer(conversation, At(2, 12, 0));
        Receive(conversation, At(2, 11, 0));
        Due(conversation, Office, At(2, 13, 0)).ShouldBe(At(2, 13, 0));
    }

    [Fact]
    public void A_question_taken_back_waits_no_longer_and_the_next_one_waits_from_its_own_time()
    {
        var conversation = Asked(At(2, 9, 0));
        var first = conversation.LastPost;
        Receive(conversation, At(2, 10, 0));
        conversation.Erase(first, At(2, 10, 30));
        Due(conversation, Office, At(2, 10, 30)).ShouldBe(At(2, 12, 0));
        conversation.Erase(conversation.LastPost, At(2, 10, 40));
        conversation.MayBeDue.ShouldBeFalse();
        Answers(conversation, Office, At(5, 10, 0)).ShouldAllBe(t => !t.Counts);
    }

    [Fact]
    public void Handing_over_and_snoozing_buy_no_time()
    {
        var conversation = Asked(At(2, 9, 0));
        conversation.HandOver(Kari, PersonId.New(), At(2, 9, 30));
        conversation.Snooze(At(3, 9, 0), At(2, 9, 40));
        Due(conversation, Office, At(2, 10, 0)).ShouldBe(At(2, 11, 0));
    }

    [Fact]
    public void Each_aim_is_the_shortest_of_its_labels_else_its_channels_else_that_for_all()
    {
        var (channel, angry, praise) = (ChannelId.New(), LabelId.New(), LabelId.New());
        var plan = new Plan(Office, Duration.FromHours(1), new Dictionary<AimPlace, AimMinutes>
        {
            [default] = new(240, 240, 960),
            [new(channel, null)] = new(120, null, null),
            [new(null, angry)] = new(30, null, null),
            [new(null, praise)] = new(600, 600, null),
        });
        plan.TargetsOf(ChannelId.New(), []).ShouldBe(new ResponseTargets(Duration.FromMinutes(240), Duration.FromMinutes(240), Duration.FromMinutes(960)));
        plan.TargetsOf(channel, []).FirstAnswer.ShouldBe(Duration.FromMinutes(120));
        plan.TargetsOf(channel, [angry, praise]).ShouldBe(new ResponseTargets(Duration.FromMinutes(30), Duration.FromMinutes(600), Duration.FromMinutes(960)));
    }

    [Fact]
    public void What_is_due_after_the_night_becomes_urgent_in_working_time()
    {
        var plan = new Plan(Office, Duration.FromHours(1), new Dictionary<AimPlace, AimMinutes>());
        plan.UrgentFrom(At(3, 8, 20), At(2, 9, 0)).ShouldBeInRange(At(2, 15, 20), At(2, 15, 20) + Duration.FromSeconds(1));
        plan.UrgentBefore(At(2, 15, 20)).ShouldBe(At(3, 8, 20));
        plan.Left(At(3, 8, 20), At(2, 15, 50)).ShouldBe(Duration.FromMinutes(30));
        plan.Left(At(2, 15, 0), At(3, 9, 0)).ShouldBe(-Duration.FromHours(2));
    }

    [Theory]
    [InlineData("8–11.30, 12.30-15.45", "08.00–11.30, 12.30–15.45")]
    [InlineData("12.30–15.45; 8:00–11:30", "08.00–11.30, 12.30–15.45")]
    [InlineData("20-24", "20.00–24.00")]
    [InlineData("", "")]
    [InlineData("8–12, 11–15", null)]
    [InlineData("15–8", null)]
    [InlineData("24–8", null)]
    [InlineData("8–25", null)]
    [InlineData("åtte til fire", null)]
    public void Hours_are_read_as_people_write_them(string typed, string? understood) =>
        (HoursText.Read(typed) is { } hours ? HoursText.Write(hours) : null).ShouldBe(understood);

    [Fact]
    public void Days_of_ones_own_are_read_as_people_write_them()
    {
        var (yearly, once, unread) = DaysText.Read("24.12\n31.12. 8–12\n15.5.2026\n27. 11. 2026 8–20\n29.2");
        unread.ShouldBeNull();
        yearly.Select(d => (d.Date, d.Hours.Count)).ShouldBe([(new AnnualDate(12, 24), 0), (new AnnualDate(12, 31), 1), (new AnnualDate(2, 29), 0)]);
        once.Select(d => (d.Date, d.Hours.Count)).ShouldBe([(new LocalDate(2026, 5, 15), 0), (new LocalDate(2026, 11, 27), 1)]);
        DaysText.Read("24.12\njulaften").Unread.ShouldBe("julaften");
        DaysText.Read("31.2").Unread.ShouldBe("31.2");
    }

    private static Conversation Asked(Instant at)
    {
        var conversation = Conversation.Open(ConversationId.New(), OrganisationId.New(), ChannelId.New(), "at://root", "key");
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

    private static IReadOnlyList<TargetTime> Times(Conversation conversation, BusinessCalendar calendar, Instant now) =>
        ResponseTimes.Of(conversation.History.Select(e => e.ToEvent()), Aims, calendar, now);

    private static List<TargetTime> Answers(Conversation conversation, BusinessCalendar calendar, Instant now) =>
        [.. Times(conversation, calendar, now).Where(t => t.Kind != TargetKind.Closing)];

    private static Instant? Due(Conversation conversation, BusinessCalendar calendar, Instant? now = null) =>
        DueTimes.DueOf(Times(conversation, calendar, now ?? conversation.WaitingSince!.Value), conversation.Id);

    // December 2026: the 2nd is a Wednesday.
    private static Instant At(int day, int hour, int minute) => On(2026, 12, day, hour, minute);

    private static Instant On(int year, int month, int day, int hour, int minute) =>
        new LocalDateTime(year, month, day, hour, minute).InZoneLeniently(Oslo).ToInstant();
}
