using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rotfeste.Analysis.Calendars;
using Rotfeste.Analysis.Targets;
using Rotfeste.Tests.Analysis.Calendars;
using Kind = Rotfeste.Analysis.Targets.ConversationEventKind;

namespace Rotfeste.Tests.Analysis.Targets;

public sealed class ResponseTimesTests
{
    private static readonly Guid One = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Two = Guid.Parse("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Three = Guid.Parse("00000000-0000-0000-0000-000000000003");
    private static readonly BusinessCalendar Office = BusinessCalendar.MondayToFriday(
        DateTimeZoneProviders.Tzdb["Europe/Oslo"], HolidayCountry.Norway, OpenHours.Between("08:00", "16:00"));

    private static readonly ResponseTargets Aims = new(Duration.FromHours(2), Duration.FromHours(4), Duration.FromHours(16));

    [Fact]
    public void Times_are_what_living_through_every_minute_gives()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var calendar = new SlowCalendar(random);
            var start = calendar.Moment(random);
            Guid[] ids = [One, Two, Three];
            List<ConversationEvent> events =
            [
                .. Enumerable.Range(0, random.Next(1, 14)).Select(_ => new ConversationEvent(
                    start + Duration.FromMinutes(random.Next(12) * random.Next(400)), (Kind)random.Next(10), ids[random.Next(3)], ids[random.Next(3)])),
            ];
            var now = start + Duration.FromMinutes(random.Next(5_000));
            var targets = new ResponseTargets(Duration.FromMinutes(random.Next(1, 900)), Duration.FromMinutes(random.Next(1, 900)), Duration.FromMinutes(random.Next(1, 2_000)));

            var slow = new SlowTimes(calendar.IsOpen);
            slow.Live(events, start, now);
            var fast = ResponseTimes.Of(events, targets, calendar.Fast, now);

            fast.Select(Line).Order().ShouldBe(slow.Rows.Select(r => Line(r, targets)).Order());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(600).WithQuietOnSuccess(true));
    }

    [Fact]
    public void A_first_answer_in_time_is_in_time_and_one_exactly_when_due_too()
    {
        var time = Answers(Office, (Kind.Asked, 25, 14, 0), (Kind.Answered, 25, 16, 0)).ShouldHaveSingleItem();
        (time.Kind, time.End, time.Elapsed, time.IsLate).ShouldBe((TargetKind.FirstAnswer, TargetEnd.Answered, Duration.FromHours(2), false));
        time.Due.ShouldBe(At(25, 16, 0));
        Answers(Office, (Kind.Asked, 25, 15, 0), (Kind.Answered, 26, 9, 1)).ShouldHaveSingleItem().IsLate.ShouldBeTrue();
    }

    [Fact]
    public void A_late_next_answer_is_late_though_answered_since()
    {
        var times = Answers(
            Office, (Kind.Asked, 23, 9, 0), (Kind.Answered, 23, 10, 0), (Kind.Asked, 23, 11, 0), (Kind.Answered, 24, 15, 0), (Kind.Asked, 25, 9, 0), (Kind.Answered, 25, 9, 5));
        times.Select(t => (t.Kind, t.IsLate)).ShouldBe([(TargetKind.FirstAnswer, false), (TargetKind.NextAnswer, true), (TargetKind.NextAnswer, false)]);
    }

    [Fact]
    public void A_late_answer_is_late_whenever_one_looks()
    {
        ConversationEvent[] events = [Event(Kind.Asked, 23, 9, 0), Event(Kind.Answered, 23, 12, 0), Event(Kind.Closed, 23, 13, 0)];
        for (var day = 23; day <= 27; day++)
            Times(Office, At(day, 15, 0), events)[0].IsLate.ShouldBeTrue();
        Times(Office, At(23, 11, 1), events)[0].IsLate.ShouldBeTrue();
        Times(Office, At(23, 11, 0), events)[0].IsLate.ShouldBeFalse();
    }

    [Fact]
    public void Who_writes_twice_does_not_wait_anew() =>
        Answers(Office, (Kind.Asked, 25, 9, 0), (Kind.Asked, 25, 10, 55), (Kind.Answered, 25, 11, 30)).ShouldHaveSingleItem().IsLate.ShouldBeTrue();

    [Fact]
    public void Reopened_after_closing_it_runs_anew_and_what_was_met_stays_met()
    {
        var times = Times(Office, At(27, 12, 0), [
            Event(Kind.Asked, 23, 9, 0), Event(Kind.Answered, 23, 10, 0), Event(Kind.Closed, 23, 10, 0), Event(Kind.Reopened, 26, 9, 0), Event(Kind.Asked, 26, 9, 0)]);
        times.Where(t => t.Kind == TargetKind.Closing).Select(t => (t.Started, t.End, t.IsLate))
            .ShouldBe([(At(23, 9, 0), TargetEnd.Closed, false), (At(26, 9, 0), TargetEnd.Running, false)]);
        times.Last(t => t.Kind == TargetKind.NextAnswer).ShouldBe(times.Single(t => t.Kind == TargetKind.NextAnswer && t.Started == At(26, 9, 0) && t.IsLate));
    }

    [Fact]
    public void A_question_closed_unanswered_counts_only_if_it_was_overdue_and_waits_again_when_reopened()
    {
        var inTime = Answers(Office, (Kind.Asked, 25, 9, 0), (Kind.Closed, 25, 10, 0)).ShouldHaveSingleItem();
        (inTime.Counts, inTime.IsLate, inTime.End).ShouldBe((false, false, TargetEnd.Closed));
        Answers(Office, (Kind.Asked, 25, 9, 0), (Kind.Closed, 25, 12, 0)).ShouldHaveSingleItem().Counts.ShouldBeTrue();
        Answers(Office, (Kind.Asked, 25, 9, 0), (Kind.Closed, 25, 10, 0), (Kind.Reopened, 26, 8, 0)).Select(t => t.Started).ShouldBe([At(25, 9, 0), At(26, 8, 0)]);
    }

    [Fact]
    public void An_answer_by_a_second_channel_is_an_answer_and_a_further_one_changes_nothing()
    {
        var time = Answers(Office, (Kind.Asked, 25, 9, 0), (Kind.Answered, 25, 9, 30), (Kind.Answered, 25, 15, 0)).ShouldHaveSingleItem();
        (time.Ended, time.IsLate).ShouldBe((At(25, 9, 30), false));
    }

    [Theory]
    [InlineData(Kind.Answered, Kind.Snoozed)]
    [InlineData(Kind.Snoozed, Kind.Answered)]
    public void Answered_and_snoozed_in_one_step_is_answered(Kind first, Kind second)
    {
        var times = Times(Office, At(27, 16, 0), [Event(Kind.Asked, 25, 9, 0), Event(first, 25, 10, 0), Event(second, 25, 10, 0)]);
        times.Select(t => (t.Kind, t.End, t.Elapsed)).ShouldBe(
            [(TargetKind.FirstAnswer, TargetEnd.Answered, Duration.FromHours(1)), (TargetKind.Closing, TargetEnd.Running, Duration.FromHours(1))]);
    }

    [Fact]
    public void A_snooze_or_a_hand_over_buys_no_time() =>
        Answers(Office, (Kind.Asked, 25, 9, 0), (Kind.Snoozed, 25, 9, 10), (Kind.HandedOver, 25, 10, 0), (Kind.Answered, 25, 11, 1))
            .ShouldHaveSingleItem().IsLate.ShouldBeTrue();

    [Fact]
    public void The_closing_time_is_paused_while_we_wait_for_the_other_side()
    {
        var closing = Times(Office, At(27, 16, 0), [
            Event(Kind.Asked, 23, 9, 0), Event(Kind.Answered, 23, 10, 0), Event(Kind.Asked, 25, 9, 0), Event(Kind.Answered, 25, 10, 0), Event(Kind.Closed, 27, 9, 0)])
            .Single(t => t.Kind == TargetKind.Closing);
        (closing.Elapsed, closing.IsLate, closing.End).ShouldBe((Duration.FromHours(2), false, TargetEnd.Closed));
        closing.Paused.ShouldBe(Duration.FromHours(47 + 47));
    }

    [Fact]
    public void Merged_the_longer_waiting_question_goes_on_and_an_answer_before_the_merge_answered_only_its_own()
    {
        var times = Times(Office, At(25, 15, 0), [
            Event(Kind.Asked, 25, 9, 0), Event(Kind.Asked, 25, 10, 0, Two), Event(Kind.Answered, 25, 10, 30, Two), new(At(25, 10, 45), Kind.Merged, One, Two),
            Event(Kind.Answered, 25, 11, 30, Two)]).Where(t => t.Kind == TargetKind.FirstAnswer).ToList();
        times.Select(t => (t.Conversation == Two, t.Started, t.End, t.IsLate)).Order().ShouldBe(new[]
        {
            (false, At(25, 9, 0), TargetEnd.Moved, false), (true, At(25, 9, 0), TargetEnd.Answered, true), (true, At(25, 10, 0), TargetEnd.Answered, false),
        }.Order());
    }

    [Fact]
    public void Split_off_a_question_keeps_its_start()
    {
        var times = Times(Office, At(25, 15, 0), [Event(Kind.Asked, 25, 9, 0), new(At(25, 10, 0), Kind.SplitWithQuestion, One, Two), Event(Kind.Answered, 25, 11, 1, Two)]);
        var moved = times.Single(t => t.Conversation == Two && t.Kind == TargetKind.FirstAnswer);
        (moved.Started, moved.IsLate).ShouldBe((At(25, 9, 0), true));
        times.Single(t => t.Conversation == One && t.Kind == TargetKind.FirstAnswer).Counts.ShouldBeFalse();
    }

    [Fact]
    public void Deleted_in_time_it_counts_as_nothing_and_deleted_too_late_it_is_late()
    {
        Answers(Office, (Kind.Asked, 25, 9, 0), (Kind.Deleted, 25, 10, 0)).ShouldHaveSingleItem().Counts.ShouldBeFalse();
        var late = Answers(Office, (Kind.Asked, 25, 9, 0), (Kind.Deleted, 25, 12, 0)).ShouldHaveSingleItem();
        (late.End, late.IsLate, late.Counts).ShouldBe((TargetEnd.Withdrawn, true, true));
    }

    private static Instant At(int day, int hour, int minute) => new LocalDateTime(2026, 11, day, hour, minute).InZoneLeniently(Office.Zone).ToInstant();

    private static ConversationEvent Event(Kind kind, int day, int hour, int minute, Guid? conversation = null) => new(At(day, hour, minute), kind, conversation ?? One);

    private static IReadOnlyList<TargetTime> Times(BusinessCalendar calendar, Instant now, IEnumerable<ConversationEvent> events) =>
        ResponseTimes.Of(events, Aims, calendar, now);

    private static List<TargetTime> Answers(BusinessCalendar calendar, params (Kind Kind, int Day, int Hour, int Minute)[] events) =>
        [.. Times(calendar, At(30, 12, 0), events.Select(e => Event(e.Kind, e.Day, e.Hour, e.Minute))).Where(t => t.Kind != TargetKind.Closing)];

    private static string Line(TargetTime t) => $"{t.Conversation} {t.Kind} {t.Started} {t.End} {t.Elapsed.TotalMinutes} {t.IsLate}";

    private static string Line(SlowTimes.Row r, ResponseTargets targets)
    {
        var aim = r.Kind switch { TargetKind.FirstAnswer => targets.FirstAnswer, TargetKind.NextAnswer => targets.NextAnswer, _ => targets.Closing };
        return $"{r.Conversation} {r.Kind} {r.Started} {r.End} {r.Minutes} {r.Minutes > aim!.Value.TotalMinutes}";
    }
}
