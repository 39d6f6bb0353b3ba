using Rotfeste.Networks.Bluesky.Ids;

namespace Rotfeste.Tests.Networks.Bluesky.Ids;

public sealed class TidTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_key_holds_its_time()
    {
        var key = new TidSource(new FixedClock(Noon), 7).Next();
        key.Value.Length.ShouldBe(13);
        key.Time.ShouldBe(Noon);
        Tid.TryParse(key.Value, out var parsed).ShouldBeTrue();
        parsed.ShouldBe(key);
    }

    [Fact]
    public void Keys_sort_by_time_also_when_the_clock_stands_or_goes_back()
    {
        var clock = new FixedClock(Noon);
        var source = new TidSource(clock, 1023);
        var keys = Enumerable.Range(0, 1_000).Select(_ => source.Next().Value).ToList();
        clock.Now = Noon.AddHours(-1);
        keys.AddRange(Enumerable.Range(0, 1_000).Select(_ => source.Next().Value));
        keys.ShouldBe(keys.Distinct().Order(StringComparer.Ordinal));
        keys.Count.ShouldBe(2_000);
    }

    [Fact]
    public async Task Two_threads_never_get_the_same_key()
    {
        var source = new TidSource(new FixedClock(Noon), 3);
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Enumerable.Range(0, 5_000).Select(_ => source.Next()).ToList())));
        made.SelectMany(m => m).Distinct().Count().ShouldBe(20_000);
    }

    [Theory]
    [InlineData("3jzfcijpj2z2a", true)]
    [InlineData("7777777777777", true)]
    [InlineData("zzzzzzzzzzzzz", false)]
    [InlineData("3jzfcijpj2z21", false)]
    [InlineData("3jzfcijpj2z2", false)]
    [InlineData("3JZFCIJPJ2Z2A", false)]
    [InlineData(null, false)]
    public void A_key_is_parsed_strictly(string? text, bool valid) => Tid.TryParse(text, out _).ShouldBe(valid);

    [Theory]
    [InlineData(-1)]
    [InlineData(1024)]
    public void A_clock_number_outside_ten_bits_is_a_bug(int number) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new TidSource(TimeProvider.System, number));

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
