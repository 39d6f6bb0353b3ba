using Rotfeste.People.Contracts;
using Rotfeste.People.Units;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.People.Units;

public sealed class UnitTreeTests
{
    private static readonly OrganisationId Organisation = OrganisationId.New();

    [Fact]
    public void Units_stand_under_their_parents_and_siblings_by_name()
    {
        var technical = Make("Teknisk");
        var (roads, water) = (Make("Vei", technical), Make("Vann", technical));

        UnitTree.InOrder([roads, Make("Oppvekst"), technical, water]).Select(u => $"{u.Depth} {u.Unit.Name}")
            .ShouldBe(["0 Oppvekst", "0 Teknisk", "1 Vann", "1 Vei"]);
    }

    [Fact]
    public void One_whose_parent_is_gone_is_not_lost() =>
        UnitTree.InOrder([Make("Vann", Make("Teknisk"))]).ShouldHaveSingleItem().Depth.ShouldBe(0);

    [Fact]
    public void A_unit_cannot_lie_under_itself()
    {
        var technical = Make("Teknisk");
        var water = Make("Vann", technical);
        var all = new[] { technical, water }.ToDictionary(u => u.Id);

        technical.MoveUnder(water.Id, all).ShouldBeFalse();
        technical.MoveUnder(technical.Id, all).ShouldBeFalse();
        technical.Parent.ShouldBeNull();
        water.MoveUnder(null, all).ShouldBeTrue();
    }

    private static Unit Make(string name, Unit? parent = null) => Unit.Make(UnitId.New(), Organisation, parent?.Id, name, null);
}
