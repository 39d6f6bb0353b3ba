using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Gates;
using Rotfeste.Initiatives.Starts;
using Stage = Rotfeste.Initiatives.Contracts.InitiativeStage;

namespace Rotfeste.Tests.Initiatives.Gates;

public sealed class ReadinessTests
{
    private static readonly Need[] Small = [Need.LeaderIsIn, Need.DoersAreHeard, Need.NothingIsOpen];

    [Fact]
    public void Leader_in_and_doers_heard_is_ready() =>
        Readiness.Of(Small, Stood.On(1, [Stood.Boss(Worth.Agree), Stood.Person(Worth.Agree)])).IsReady.ShouldBeTrue();

    [Fact]
    public void Nothing_is_ready_before_there_is_a_version() =>
        Readiness.Of([], Stood.On(0, [])).IsReady.ShouldBeFalse();

    [Theory]
    [InlineData(Worth.NotYet)]
    [InlineData(Worth.Stale)]
    [InlineData(Worth.Question)]
    [InlineData(Worth.Objection)]
    public void Silence_and_everything_but_a_yes_of_the_leader_is_not_ready(Worth worth) =>
        Readiness.Of(Small, Stood.On(1, [Stood.Boss(worth), Stood.Person(Worth.Agree)])).IsReady.ShouldBeFalse();

    [Fact]
    public void Nobody_asked_is_nobody_agreed() =>
        Readiness.Of([Need.DoersAreHeard], Stood.On(1, [Stood.Boss(Worth.Agree)])).IsReady.ShouldBeFalse();

    [Fact]
    public void A_reservation_counts_once_it_is_talked_out()
    {
        var doer = Stood.Person(Worth.Reservation);
        GateState With(ThreadEnd? end) => Readiness.Of(
            Small, Stood.On(1, [Stood.Boss(Worth.Agree), doer], [Stood.Thread(doer, ThreadKind.Reservation, end)]));

        With(null).IsReady.ShouldBeFalse();
        With(ThreadEnd.TakenIn).IsReady.ShouldBeTrue();
        With(ThreadEnd.Accepted).IsReady.ShouldBeTrue();
        With(ThreadEnd.DecidedByLeader).IsReady.ShouldBeTrue();
    }

    [Fact]
    public void A_no_that_was_talked_out_is_heard_and_never_counted_as_in()
    {
        var doer = Stood.Person(Worth.Objection);
        var standing = Stood.On(1, [Stood.Boss(Worth.Agree), doer], [Stood.Thread(doer, end: ThreadEnd.DecidedByLeader)]);

        Readiness.Of(Small, standing).IsReady.ShouldBeTrue();
        Readiness.IsIn(doer, standing).ShouldBeFalse();
    }

    [Fact]
    public void Whoever_has_left_is_not_waited_for() =>
        Readiness.Of(Small, Stood.On(1, [Stood.Boss(Worth.Agree), Stood.Person(Worth.Agree), Stood.Person(Worth.NotYet, hasLeft: true)])).IsReady.ShouldBeTrue();

    [Fact]
    public void Money_is_asked_for_only_where_the_page_names_an_amount()
    {
        var people = new[] { Stood.Boss(Worth.Agree), Stood.Person(Worth.NotYet, Directions.Up, Holds.Money) };

        Readiness.Of([Need.MoneyIsGiven], Stood.On(1, people)).IsReady.ShouldBeTrue();
        Readiness.Of([Need.MoneyIsGiven], Stood.On(1, people, frame: new Frame(Money: 1000))).IsReady.ShouldBeFalse();
    }

    [Fact]
    public void Of_more_than_twelve_two_thirds_are_enough_and_an_open_objection_still_is_not()
    {
        var people = Enumerable.Range(0, 30).Select(i => Stood.Person(i < 20 ? Worth.Agree : Worth.NotYet)).ToList();
        var oneLess = people.Select((p, i) => i == 0 ? p with { Worth = Worth.NotYet } : p).ToList();

        Readiness.Of([Need.DoersAreHeard], Stood.On(1, people)).IsReady.ShouldBeTrue();
        Readiness.Of([Need.DoersAreHeard], Stood.On(1, oneLess)).IsReady.ShouldBeFalse();
        Readiness.Of([Need.DoersAreHeard], Stood.On(1, people, [Stood.Thread(people[0])])).IsReady.ShouldBeFalse();
    }

    [Fact]
    public void Three_people_and_one_channel_need_little_and_a_large_one_more()
    {
        GateSets.For(Stage.Running, StartKind.NewChannel, GateSets.SizeOf(3)).ShouldBe([Need.LeaderIsIn, Need.DoersAreHeard, Need.NothingIsOpen]);
        GateSets.For(Stage.Running, StartKind.NewChannel, GateSets.SizeOf(40)).Count.ShouldBe(6);
        GateSets.For(Stage.Pilot, StartKind.NewChannel, GateSets.SizeOf(40)).ShouldBe([Need.LeaderIsIn, Need.DoersAreHeard]);
    }
}
