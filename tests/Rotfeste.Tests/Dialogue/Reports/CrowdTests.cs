using Rotfeste.Dialogue.Reports;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Dialogue.Reports;

public sealed class CrowdTests
{
    private static readonly PersonId[] People = [.. Enumerable.Range(0, 30).Select(_ => PersonId.New())];

    [Fact]
    public void Five_people_are_enough_and_four_are_not()
    {
        Crowd.Shown([Group("vei", 0, 5), Group("vann", 5, 7)]).ShouldBe(["vei", "vann"], ignoreOrder: true);
        Crowd.Shown([Group("vei", 0, 4)]).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_left_of_the_whole_is_never_fewer_than_five_people() =>
        // Vann has two people: shown beside them, vei would tell what those two did, so vei is hidden too.
        Crowd.Shown([Group("vei", 0, 6), Group("skole", 6, 9), Group("vann", 15, 2)]).ShouldBe(["skole"], ignoreOrder: true);

    [Fact]
    public void A_person_who_answers_in_two_units_is_one_person() =>
        Crowd.Shown([Group("vei", 0, 3), Group("vann", 0, 3), Group("skole", 10, 8)]).ShouldBeEmpty();

    [Fact]
    public void Where_nobody_answered_nobody_is_hidden() =>
        Crowd.Shown([Group("vei", 0, 0), Group("skole", 10, 8)]).ShouldBe(["skole"], ignoreOrder: true);

    private static (string Key, IReadOnlySet<PersonId> People) Group(string name, int from, int count) => (name, People.Skip(from).Take(count).ToHashSet());
}
