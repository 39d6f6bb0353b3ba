using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Standings;
using Rotfeste.Agreements.Versions;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Agreements;

public sealed class AskAgainTests
{
    private static readonly PersonId Berit = PersonId.New();

    [Theory]
    [InlineData("A", "B", 100, 10, 100, 10, Holds.Nothing, AskReason.Objective)]
    [InlineData("A", "A", 100, 10, 101, 10, Holds.Money, AskReason.MoreMoney)]
    [InlineData("A", "A", 100, 10, 100, 11, Holds.Hours, AskReason.MoreHours)]
    [InlineData("A", "A", 100, 10, 101, 11, Holds.Nothing, null)]
    [InlineData("A", "A", 100, 10, 99, 9, Holds.Money | Holds.Hours, null)]
    [InlineData("A", "A", 100, 10, 101, 10, Holds.Hours, null)]
    public void A_change_asks_those_it_touches(
        string before, string after, int money, int hours, int moneyAfter, int hoursAfter, Holds holds, AskReason? why) =>
        AskAgain.Why(holds, Version(1, before, money, hours), Version(2, after, moneyAfter, hoursAfter)).ShouldBe(why);

    [Fact]
    public void Creeping_up_in_small_steps_is_measured_from_what_was_agreed()
    {
        var standing = On(
            new LocalDate(2026, 11, 1), Set(Holds.Money), Version(1, "A", 100, 0), Agree(1, new LocalDate(2026, 10, 2)), Version(2, "A", 80, 0),
            Version(3, "A", 100, 0));
        standing.Worth.ShouldBe(Worth.Agree);
    }

    [Fact]
    public void Whoever_comes_to_hold_the_money_has_agreed_to_what_was_read_and_no_more() =>
        On(
            new LocalDate(2026, 11, 1), Set(Holds.Nothing), Version(1, "A", 100, 0), Agree(1, new LocalDate(2026, 10, 2)), Version(2, "A", 200, 0),
            Set(Holds.Money)).Cause.ShouldBe(StaleCause.Changed);

    [Fact]
    public void A_text_that_goes_back_to_what_it_was_does_not_bring_the_answer_back() =>
        On(
            new LocalDate(2026, 11, 1), Set(Holds.Nothing), Version(1, "A", 0, 0), Agree(1, new LocalDate(2026, 10, 2)), Version(2, "B", 0, 0),
            Version(3, "A", 0, 0)).ShouldSatisfyAllConditions(p => p.Worth.ShouldBe(Worth.Stale), p => p.BrokenBy.ShouldBe(2));

    [Theory]
    [InlineData(20, Worth.Agree)]
    [InlineData(21, Worth.Stale)]
    public void The_date_itself_still_counts_and_the_day_after_does_not(int day, Worth worth) =>
        On(
            new LocalDate(2026, 10, day), Set(Holds.Nothing), Version(1, "A", 0, 0) with { LookAgain = new LocalDate(2026, 10, 20) },
            Agree(1, new LocalDate(2026, 10, 2))).Worth.ShouldBe(worth);

    [Fact]
    public void A_date_moved_in_time_is_the_one_that_counts()
    {
        Happening[] all =
        [
            Set(Holds.Nothing), Version(1, "A", 0, 0) with { LookAgain = new LocalDate(2026, 10, 20) }, Agree(1, new LocalDate(2026, 10, 2)),
            Version(2, "A", 0, 0) with { LookAgain = new LocalDate(2026, 12, 1), On = new LocalDate(2026, 10, 20) },
        ];
        On(new LocalDate(2026, 11, 30), all).Worth.ShouldBe(Worth.Agree);
        On(new LocalDate(2026, 12, 2), all).Cause.ShouldBe(StaleCause.LookAgainPassed);
    }

    private static PersonStanding On(LocalDate today, params Happening[] happenings) => Reckoning.Of(
        AgreementId.New(), new Subject("trial", Guid.NewGuid()),
        History.Of(happenings.Select((what, i) => new Happened(i + 1, Instant.FromUnixTimeSeconds(i), null, what)))).On(today).People.Single();

    private static PartiesSet Set(Holds holds) => new(Berit, PersonId.New(), [new Asked(Berit, Directions.Up, holds)]);

    private static Answered Agree(int version, LocalDate on) => new(Berit, version, [new Part("", AnswerKind.Agree, null)], on, null);

    private static Versioned Version(int number, string objective, int money, int hours) => new(
        number, [new SectionMark("objective", SectionMeaning.Objective, objective)], new Frame(money, hours), null, new LocalDate(2026, 10, number));
}
