using System.Globalization;
using Rotfeste.Platform.Ui.Charts;

namespace Rotfeste.Tests.Platform.Ui;

public sealed class BarLayoutTests
{
    [Theory]
    [InlineData(0, new[] { 0, 1, 2, 3, 4 })]
    [InlineData(3, new[] { 0, 1, 2, 3, 4 })]
    [InlineData(9, new[] { 0, 5, 10, 15, 20 })]
    [InlineData(196, new[] { 0, 50, 100, 150, 200 })]
    [InlineData(100, new[] { 0, 25, 50, 75, 100 })]
    [InlineData(201, new[] { 0, 100, 200, 300, 400 })]
    public void Lines_are_round_whole_and_reach_over_the_highest_bar(int most, int[] lines) =>
        Draw(new ChartBar("", most)).Lines.ShouldBe(lines);

    [Fact]
    public void The_expected_counts_too_when_the_axis_is_chosen() =>
        Draw(new ChartBar("", 1, Expected: new(10, 90))).Lines[^1].ShouldBe(100);

    [Fact]
    public void A_bar_stands_on_the_floor_and_reaches_its_count()
    {
        var drawn = Draw(new ChartBar("", 50), new ChartBar("", 100));

        drawn.Shapes[0].Height.ShouldBe(drawn.Shapes[1].Height / 2, 0.001);
        (drawn.Shapes[1].Y + drawn.Shapes[1].Height).ShouldBe(drawn.Floor, 0.001);
    }

    [Fact]
    public void A_gap_fills_its_stretch_from_floor_to_ceiling_whatever_its_count_says()
    {
        var drawn = Draw(new ChartBar("", 10), new ChartBar("", 5_000, BarKind.Gap));

        drawn.Lines[^1].ShouldBe(20);
        drawn.Shapes[1].Y.ShouldBe(BarLayout.Ceiling);
        drawn.Shapes[1].Width.ShouldBe(drawn.Step);
    }

    [Fact]
    public void The_expected_is_not_drawn_across_what_nobody_knows()
    {
        var known = new ChartBar("", 1, Expected: new(1, 2));

        Draw(known, new ChartBar("", 1), known).Band.Count(c => c == 'M').ShouldBe(2);
    }

    [Fact]
    public void Nothing_to_draw_is_no_error() => Draw().Lines[^1].ShouldBe(4);

    [Fact]
    public void Numbers_in_drawings_have_a_point_in_every_language()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nb-NO");

        Draw(new ChartBar("", 1, Expected: new(0.4, 1.3)), new ChartBar("", 1), new ChartBar("", 1)).Band.ShouldNotContain(",");
        Svg.Number(12.345).ShouldBe("12.3");
    }

    private static BarLayout Draw(params ChartBar[] bars) => new(bars, 1000, 236);
}
