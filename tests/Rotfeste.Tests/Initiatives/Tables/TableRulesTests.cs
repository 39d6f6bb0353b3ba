using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Pages;
using Rotfeste.Initiatives.Questions;
using Rotfeste.Initiatives.Starts;
using Rotfeste.Initiatives.Tables;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Initiatives.Tables;

public sealed class TableRulesTests
{
    private static readonly LocalDate Today = new(2026, 11, 25);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 25, 9, 0);

    [Fact]
    public void An_open_objection_comes_before_a_question_and_a_question_before_an_answer_of_ones_own()
    {
        var jonas = Stood.Person(Worth.Objection);
        var objected = State(Stood.On(1, [Stood.Boss(Worth.Agree), jonas], [Stood.Thread(jonas)]));
        var asked = State(Stood.On(1, [Stood.Boss(Worth.NotYet)]));

        TableRules.Waits([asked, objected], [Question()], Stood.Leader).Select(w => w.Kind)
            .ShouldBe([WaitKind.Open, WaitKind.Question, WaitKind.Asked]);
    }

    [Fact]
    public void What_has_ended_and_what_is_answered_waits_for_nobody()
    {
        var ended = State(Stood.On(1, [Stood.Boss(Worth.NotYet)]));
        ended.Initiative.End(Now);
        var answered = Question();
        answered.AnswerWith("Ja.", Now).ShouldBeTrue();

        TableRules.Waits([ended], [answered], Stood.Leader).ShouldBeEmpty();
        TableRules.Nearest([ended], Stood.Leader).ShouldBeNull();
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void An_exception_is_brought_up_in_its_last_week(int days, bool waits)
    {
        var state = State(Stood.On(1, [Stood.Boss(Worth.Agree), Stood.Person(Worth.NotYet)]));
        state.Initiative.Waive(Stood.Leader, "Festivalen er i gang.", Today.PlusDays(days));

        TableRules.Waits([state], [], Stood.Leader).Any(w => w.Kind == WaitKind.Waived).ShouldBe(waits);
        TableRules.Waits([state], [], PersonId.New()).ShouldBeEmpty();
    }

    [Fact]
    public void The_danger_is_one_of_what_the_leader_stands_for_or_is_asked_upwards_in()
    {
        var state = State(Stood.On(2, [Stood.Boss(Worth.Objection), Stood.Person(Worth.NotYet)]));

        TableRules.Nearest([state], Stood.Leader).ShouldNotBeNull();
        TableRules.Nearest([state], PersonId.New()).ShouldBeNull();
    }

    private static LeaderQuestion Question() => LeaderQuestion.Ask(OrganisationId.New(), PersonId.New(), Stood.Leader, "Får vi to timer?", Now);

    private static InitiativeState State(AgreementStanding standing) => new(
        Initiative.Begin(
            new NewInitiative(OrganisationId.New(), "Svar der folk spør", Stood.Owner, Stood.Leader, null, StartKind.Blank, null), Brief.Empty, Now, Today),
        standing,
        new[] { Stood.Owner, Stood.Leader }.ToDictionary(p => p, p => new Colleague(p, "Navn", null, null, false, true, Roles.Leader)),
        Today,
        Now);
}
