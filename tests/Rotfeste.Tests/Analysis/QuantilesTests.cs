using Rotfeste.Analysis;

namespace Rotfeste.Tests.Analysis;

public class QuantilesTests
{
    // Figures of R's quantile(x, p, type = 7).
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 2.25)]
    [InlineData(0.5, 3.5)]
    [InlineData(0.9, 7)]
    [InlineData(1, 9)]
    public void A_quantile_lies_between_its_neighbours(double share, double value) =>
        Quantiles.Of([9, 1, 4, 3, 2, 5], share).Value!.Value.ShouldBe(value, 1e-12);

    [Fact]
    public void Too_few_observations_are_said_to_be_too_few()
    {
        var quantile = Quantiles.Of([1, 2, 3, 4], 0.5);
        quantile.ShouldBe(new Quantile(null, 4, Quantiles.UsualMinimum));
        quantile.TooFew.ShouldBeTrue();
        Quantiles.Of([1, 2, 3, 4], 0.5, minimum: 4).Value.ShouldBe(2.5);
        Quantiles.Of([], 0.5, minimum: 1).TooFew.ShouldBeTrue();
    }

    [Fact]
    public void Several_quantiles_of_one_sample_equal_each_alone()
    {
        double[] sample = [3, 1, 4, 1, 5, 9, 2, 6], shares = [0.9, 0.1, 0.5];
        Quantiles.Of(sample, shares).ShouldBe(shares.Select(share => Quantiles.Of(sample, share)));
        sample[0].ShouldBe(3);
    }

    [Fact]
    public void Equal_and_infinite_values_stay_what_they_are()
    {
        Quantiles.Of([0.1, 0.1, 0.1], 0.3, minimum: 1).Value.ShouldBe(0.1);
        Quantiles.Of([1, double.PositiveInfinity, double.PositiveInfinity], 0.75, minimum: 1).Value.ShouldBe(double.PositiveInfinity);
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_share_outside_nought_to_one_is_a_mistake(double share) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Quantiles.Of([1, 2, 3, 4, 5], share));

    [Fact]
    public void NaN_has_no_quantile() => Should.Throw<ArgumentException>(() => Quantiles.Of([1, double.NaN], 0.5));
}
