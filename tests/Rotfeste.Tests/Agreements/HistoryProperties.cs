using FsCheck;
using FsCheck.Fluent;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Standings;
using Rotfeste.Agreements.Versions;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Agreements;

public sealed class HistoryProperties
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(5_000).WithQuietOnSuccess(true);

    private static readonly AgreementId Id = AgreementId.New();

    private static readonly Subject Subject = new("trial", Guid.NewGuid());

    [Fact]
    public void What_each_answer_is_worth_equals_a_slow_recomputation() =>
        Prop.ForAll(RandomHistory.Steps, steps =>
        {
            var (all, today) = RandomHistory.Of(steps);
            var standing = Reckoning.Of(Id, Subject, History.Of(all)).On(today);
            foreach (var person in standing.People)
            {
                var expected = SlowStanding.Of(all, person.Person, today);
                if (person.Worth != expected)
                    throw new InvalidOperationException($"{person} should be {expected} on {today}: {string.Join('\n', all)}");
            }

            return standing.People.Select(p => p.Person).ToHashSet().SetEquals(SlowStanding.AskedNow(all).Select(a => a.Person));
        }).Check(Often);

    [Fact]
    public void Whom_publishing_asks_again_equals_who_went_stale_by_it() =>
        Prop.ForAll(RandomHistory.Steps, steps =>
        {
            var (all, today) = RandomHistory.Of(steps);
            var history = History.Of(all);
            var publication = new Publication(
                history.PresentNumber, [new Section("objective", SectionMeaning.Objective, "", steps.Length % 2 == 0 ? "same" : "other")],
                new Frame(150, 1), null);
            var preview = AskPreviewing.Of(history, publication, null, today);

            var next = PublishRules.Become(publication, history.PresentNumber + 1, today);
            Happened[] after = [.. all, new Happened(all.Count + 1, default, null, next)];
            var asked = history.Asked.Where(p => p.Cause is null && p.Answer is not null).Select(p => p.Id)
                .Where(p => TimelessWorth(all, p) != Worth.Stale && TimelessWorth(after, p) == Worth.Stale).ToHashSet();
            return asked.SetEquals(preview.Asked.Select(a => a.Person));

            // No date passes on the first day, so what is stale then is so by something that was done.
            static Worth TimelessWorth(IReadOnlyList<Happened> happenings, PersonId person) =>
                SlowStanding.Of(happenings, person, RandomHistory.FirstDay);
        }).Check(Often);

    [Fact]
    public void No_order_of_events_loses_an_answer_or_counts_one_for_a_text_that_was_not_seen() =>
        Prop.ForAll(RandomHistory.Steps, steps =>
        {
            var (all, today) = RandomHistory.Of(steps);
            var history = History.Of(all);
            foreach (var person in history.EverAsked)
            {
                var first = all.First(h => h.What is PartiesSet set && set.Asked.Any(a => a.Person == person.Id)).Number;
                var given = all.Where(h => h.Number > first).Select(h => h.What).OfType<Answered>().Where(a => a.Person == person.Id).ToList();
                if (!person.Answers.SequenceEqual(given))
                    return false;
            }

            return Reckoning.Of(Id, Subject, history).On(today).People
                .All(p => p.Version is null || p.Version == history.Find(p.Person)!.Answers[^1].Version);
        }).Check(Often);

    [Fact]
    public void What_is_written_beside_the_subject_gives_the_same_standing_on_every_later_day() =>
        Prop.ForAll(RandomHistory.Steps, steps =>
        {
            var (all, today) = RandomHistory.Of(steps);
            var reckoning = Reckoning.Of(Id, Subject, History.Of(all));
            var stored = StandingsText.Read(Id, Subject, StandingsText.Write(reckoning));
            return Enumerable.Range(0, 30).Select(today.PlusDays)
                .All(day => stored.On(day).People.SequenceEqual(reckoning.On(day).People));
        }).Check(Often.WithMaxTest(1_000));

    [Fact]
    public void The_random_histories_reach_every_worth_and_every_cause()
    {
        var people = RandomHistory.Steps.Generator.Sample(2_000, 40).Select(RandomHistory.Of)
            .SelectMany(h => Reckoning.Of(Id, Subject, History.Of(h.History)).On(h.Today).People).ToList();

        people.Select(p => p.Worth).Distinct().ShouldBe(Enum.GetValues<Worth>(), ignoreOrder: true);
        people.Select(p => p.Cause).OfType<StaleCause>().Distinct().ShouldBe(Enum.GetValues<StaleCause>(), ignoreOrder: true);
    }
}
