using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Dangers;

namespace Rotfeste.Tests.Initiatives.Dangers;

public sealed class DangerRulesTests
{
    [Fact]
    public void A_sound_initiative_shows_no_sign_and_all_nine_are_listed()
    {
        var dangers = Of(Stood.On(1, [Stood.Boss(Worth.Agree), Stood.Person(Worth.Agree)]), saysHours: true);

        dangers.Count.ShouldBe(9);
        dangers.ShouldAllBe(d => d.Nearness == Nearness.None);
    }

    [Theory]
    [InlineData(Worth.Objection, "Now", "Objects")]
    [InlineData(Worth.Stale, "Now", "Stale")]
    [InlineData(Worth.NotYet, "Watch", "NotYet")]
    public void No_leader_behind_the_present_version_is_a_danger(Worth worth, string nearness, string how)
    {
        var found = Find(DangerKind.LeaderNotBehind, Stood.On(3, [Stood.Boss(worth), Stood.Person(Worth.Agree)]));

        (found.Nearness.ToString(), found.Case).ShouldBe((nearness, how));
        found.Numbers.ShouldBe([3]);
    }

    [Fact]
    public void Another_leader_who_is_in_stands_behind_it() =>
        Find(DangerKind.LeaderNotBehind, Stood.On(1, [Stood.Boss(Worth.NotYet), Stood.Person(Worth.Agree, Directions.Up)])).Nearness.ShouldBe(Nearness.None);

    [Fact]
    public void An_amount_that_nobody_who_holds_it_is_asked_about_is_near() =>
        Find(DangerKind.MoneyNotAgreed, Stood.On(1, [Stood.Boss(Worth.Agree)], frame: new Frame(Money: 1000))).Case.ShouldBe("Nobody");

    [Fact]
    public void Those_who_do_the_work_and_are_not_heard_are_counted_and_not_named()
    {
        var found = Find(DangerKind.DoersNotHeard, Stood.On(
            1, [Stood.Boss(Worth.Agree), Stood.Person(Worth.NotYet), Stood.Person(Worth.Stale), Stood.Person(Worth.Agree)]));

        (found.Nearness, found.Case).ShouldBe((Nearness.Now, "Some"));
        found.Numbers.ShouldBe([2, 3]);
    }

    [Fact]
    public void Work_without_hours_is_a_danger_until_the_page_says_hours()
    {
        var standing = Stood.On(1, [Stood.Boss(Worth.Agree), Stood.Person(Worth.Agree)]);

        Find(DangerKind.NoHours, standing).Nearness.ShouldBe(Nearness.Watch);
        Find(DangerKind.NoHours, standing with { Frame = new Frame(HoursAWeek: 7) }).Nearness.ShouldBe(Nearness.None);
    }

    [Fact]
    public void An_objection_decided_over_a_persons_head_is_seen_and_nearer_when_it_is_kept()
    {
        var doer = Stood.Person(Worth.Objection);
        AgreementStanding With(bool isKept) => Stood.On(
            1, [Stood.Boss(Worth.Agree), doer], [Stood.Thread(doer, end: ThreadEnd.DecidedByLeader, isKept: isKept)]);

        Find(DangerKind.DecidedOverHeads, With(false)).Nearness.ShouldBe(Nearness.Watch);
        Find(DangerKind.DecidedOverHeads, With(true)).Nearness.ShouldBe(Nearness.Now);
    }

    [Fact]
    public void Said_but_not_lived_shows_where_those_who_know_how_we_work_object()
    {
        var knows = Stood.Person(Worth.Objection, Directions.In);

        Find(DangerKind.SaidNotLived, Stood.On(1, [Stood.Boss(Worth.Agree), knows], [Stood.Thread(knows)])).Nearness.ShouldBe(Nearness.Now);
    }

    [Fact]
    public void Whoever_is_first_asked_when_much_is_fixed_was_heard_late()
    {
        var found = Find(DangerKind.HeardLate, Stood.On(4, [Stood.Boss(Worth.Agree), Stood.Person(Worth.Agree, askedIn: 3)]));

        found.Numbers.ShouldBe([1, 3]);
    }

    [Fact]
    public void Many_answers_and_long_standing_still_are_stiffness()
    {
        var many = Enumerable.Range(0, 13).Select(_ => Stood.Person(Worth.Agree)).ToList();

        Find(DangerKind.Stiffness, Stood.On(1, many)).Case.ShouldBe("Many");
        Find(DangerKind.Stiffness, Stood.On(1, [Stood.Boss(Worth.Agree)]), weeks: 11).Case.ShouldBe("Still");
        Find(DangerKind.Stiffness, Stood.On(1, [Stood.Boss(Worth.Agree)]), weeks: 9).Nearness.ShouldBe(Nearness.None);
    }

    [Fact]
    public void A_leader_who_left_comes_before_everything_else()
    {
        var dangers = DangerRules.Of(new DangerGrounds(
            Stood.On(1, [Stood.Person(Worth.NotYet)]), HasOwner: true, HasLeader: false, SaysHours: false, IsBefore: true, Duration.Zero));

        (dangers[0].Kind, dangers[0].Case).ShouldBe((DangerKind.NobodyLeads, "Leader"));
    }

    private static IReadOnlyList<Danger> Of(AgreementStanding standing, bool saysHours = false, int weeks = 0) =>
        DangerRules.Of(new DangerGrounds(standing, true, true, saysHours, IsBefore: true, Duration.FromDays(7 * weeks)));

    private static Danger Find(DangerKind kind, AgreementStanding standing, int weeks = 0) => Of(standing, weeks: weeks).Single(d => d.Kind == kind);
}
