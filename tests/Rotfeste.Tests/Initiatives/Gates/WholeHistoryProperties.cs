using FsCheck;
using FsCheck.Fluent;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Places;
using Rotfeste.Agreements.Records;

namespace Rotfeste.Tests.Initiatives.Gates;

/// <summary>Whole random initiatives, held against a slow reading of nothing but their ledger.</summary>
public sealed class WholeHistoryProperties
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(1_500).WithQuietOnSuccess(true);

    [Fact]
    public void It_may_go_on_if_and_only_if_the_ledger_alone_says_so() => Check(whole =>
    {
        var (slow, state) = (whole.Slowly, whole.State);
        (state.Gate?.IsReady == true).ShouldBe(slow.IsReady);
        whole.MayPass.ShouldBe(slow.MayPass);
        whole.Initiative.Stage.ToString().ToLowerInvariant().ShouldBe(slow.Stage);
        whole.Tries.ShouldAllBe(t => t.Product == t.Ledger);
        foreach (var person in state.Standing.People)
            NameOf(person.Worth).ShouldBe(slow.WorthOf(person.Person.ToString()), $"{person}");
        state.Standing.People.Where(p => !p.HasLeft).Select(p => p.Person.ToString()).ShouldBe(slow.Waited, ignoreOrder: true);
    });

    [Fact]
    public void Whom_each_publication_asks_again_is_what_the_ledger_says() => Check(whole =>
    {
        foreach (var (before, preview) in whole.Previews)
        {
            var (then, now) = (whole.SlowlyAfter(before), whole.SlowlyAfter(before + 1));
            var asked = then.EverAsked.Where(p => then.WorthOf(p, datesPass: false) is not ("not-yet" or "stale") && now.WorthOf(p, datesPass: false) == "stale");
            preview.Asked.Select(a => a.Person.ToString()).ShouldBe(asked.Where(IsAsked), ignoreOrder: true);

            bool IsAsked(string person) => then.Waited.Contains(person) || preview.Asked.Any(a => a.Person.ToString() == person);
        }
    });

    [Fact]
    public void No_order_of_events_loses_an_answer_or_counts_one_for_a_text_that_was_not_seen() => Check(whole =>
    {
        var slow = whole.Slowly;
        foreach (var person in whole.History.EverAsked)
        {
            var given = slow.AnswersOf(person.Id.ToString());
            person.Answers.Select(a => (a.Version, NameOf(a.Kind)))
                .ShouldBe(given.Select(g => (g["version"]!.GetValue<int>(), SlowGate.SaidIn(g))));
        }

        foreach (var counted in whole.State.Standing.People.Where(p => p.Worth is not (Worth.NotYet or Worth.Stale)))
        {
            var read = slow.AnswersOf(counted.Person.ToString())[^1];
            read["version"]!.GetValue<int>().ShouldBe(counted.Version!.Value);
            slow.TextHasChanged(counted.Person.ToString(), read).ShouldBeFalse();
        }
    });

    [Fact]
    public void Everyones_place_says_on_every_day_what_the_standings_say() => Check(whole =>
    {
        var reckoning = whole.Reckoning;
        var agreement = Agreement.Open(AgreementId.New(), whole.Initiative.Organisation, reckoning.Timeless.Subject);
        var places = Placing.Of(agreement, whole.History, reckoning).Where(p => p.IsAsked).ToDictionary(p => p.Person);
        for (var day = whole.Today; day < whole.Today.PlusDays(40); day = day.PlusDays(3))
        {
            var waited = reckoning.On(day).People.Where(p => !p.HasLeft).ToList();
            waited.Select(p => p.Person).ShouldBe(places.Keys, ignoreOrder: true);
            foreach (var person in waited)
                (places[person.Person].HoldsUntil < day ? Worth.Stale : places[person.Person].Worth)
                    .ShouldBe(reckoning.Timeless.Version == 0 ? null : person.Worth);
        }
    });

    [Fact]
    public void Chance_reaches_every_stage_and_ready_as_well_as_not()
    {
        var wholes = RandomInitiative.Steps.Generator.Sample(1_500, 60).Select(RandomInitiative.Of).ToList();

        wholes.Select(w => w.Initiative.Stage).Distinct().Count().ShouldBe(5);
        wholes.SelectMany(w => w.Tries).Count(t => t.Product).ShouldBeGreaterThan(50);
        wholes.SelectMany(w => w.Tries).Count(t => !t.Product).ShouldBeGreaterThan(50);
        wholes.Count(w => w.State.Gate?.IsReady == true && w.State.Gate.Needs.Count > 1).ShouldBeGreaterThan(5);
        wholes.SelectMany(w => w.Previews).Count(p => p.Preview.Asked.Count > 0).ShouldBeGreaterThan(50);
    }

    private static void Check(Action<RandomInitiative> holds) =>
        Prop.ForAll(RandomInitiative.Steps, steps => holds(RandomInitiative.Of(steps))).Check(Often);

    private static string NameOf(Worth worth) => worth switch
    {
        Worth.NotYet => "not-yet",
        Worth.Agree => "agree",
        Worth.Reservation => "reservation",
        Worth.Objection => "disagree",
        Worth.Question => "need-to-know",
        _ => "stale",
    };

    private static string NameOf(AnswerKind kind) => kind switch
    {
        AnswerKind.Agree => "agree",
        AnswerKind.Reservation => "reservation",
        AnswerKind.Disagree => "disagree",
        _ => "need-to-know",
    };
}
