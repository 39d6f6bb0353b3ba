using NodaTime;
using Rotfeste.Dialogue.Subjects;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Dialogue.Subjects;

public sealed class WhoKnowsTests
{
    private static readonly LocalDate Today = new(2026, 11, 25);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 25, 12, 0);
    private static readonly OrganisationId Here = new(Guid.NewGuid());

    [Fact]
    public void Those_who_share_most_words_come_first_with_the_word_that_says_why()
    {
        var (ice, both, roads) = (Says("isbane"), Says("isbane\nåpningstider"), Says("brøyting"));

        var found = Ask("Når åpner isbanen, og hvor finner jeg åpningstidene?", ice, both, roads);

        found.Select(k => k.Person).ShouldBe([both.Person, ice.Person]);
        found[1].ShouldBe(new Knower(ice.Person, "isbane", "isbanen"));
    }

    [Fact]
    public void A_word_counts_where_it_begins_or_ends_a_longer_one()
    {
        Ask("Hvor går vannledningen?", Says("vann")).ShouldHaveSingleItem();
        Ask("Er parkeringsplassen åpen?", Says("parkering")).ShouldHaveSingleItem();
        Ask("Hvor melder jeg om hull i fylkesveien?", Says("bane")).ShouldBeEmpty();
        Ask("Hei, takk for sist", Says("hei\ntakk")).ShouldBeEmpty("words that say nothing");
    }

    [Fact]
    public void Who_is_away_has_enough_or_said_not_now_is_left_in_peace()
    {
        var (away, backTomorrow, full, quiet, here) = (Says("isbane", Today), Says("isbane", Today.PlusDays(-1)), Says("isbane"), Says("isbane"), Says("isbane"));
        var loads = new Dictionary<PersonId, AskLoad>
        {
            [full.Person] = new(Knowing.UsualMost, Now, false),
            [quiet.Person] = new(0, Now, true),
        };

        WhoKnows.Of("isbanen", [away, backTomorrow, full, quiet, here], loads, new HashSet<PersonId>(), Today).Select(k => k.Person)
            .ShouldBe([backTomorrow.Person, here.Person], ignoreOrder: true);
        WhoKnows.Of("isbanen", [here], loads, new HashSet<PersonId> { here.Person }, Today).ShouldBeEmpty("asked already");
    }

    [Fact]
    public void Among_equals_it_is_the_turn_of_whoever_is_asked_least_and_longest_ago_and_three_are_enough()
    {
        var all = Enumerable.Range(0, 5).Select(_ => Says("isbane")).ToList();
        var loads = new Dictionary<PersonId, AskLoad>
        {
            [all[0].Person] = new(1, Now, false),
            [all[1].Person] = new(0, Now, false),
            [all[2].Person] = new(0, Now - Duration.FromDays(3), false),
        };

        var found = WhoKnows.Of("isbanen", all, loads, new HashSet<PersonId>(), Today).Select(k => k.Person).ToList();

        found.Count.ShouldBe(WhoKnows.Most);
        found[..2].ShouldBe([all[3].Person, all[4].Person], ignoreOrder: true);
        found[2].ShouldBe(all[2].Person);
    }

    private static IReadOnlyList<Knower> Ask(string question, params Knowing[] people) =>
        WhoKnows.Of(question, people, new Dictionary<PersonId, AskLoad>(), new HashSet<PersonId>(), Today);

    private static Knowing Says(string lines, LocalDate? away = null)
    {
        var knowing = Knowing.Of(Here, new PersonId(Guid.CreateVersion7()));
        knowing.Say(lines.Split('\n'), away, Knowing.UsualMost);
        return knowing;
    }
}
