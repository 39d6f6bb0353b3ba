using NodaTime;
using Rotfeste.Analysis.Waves;
using Rotfeste.Host.Commands;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Host.Commands;

public sealed class WavesVerbTests
{
    [Fact]
    public void One_row_comes_out_for_each_row_that_goes_in_with_its_timestamp_as_given()
    {
        var (code, rows, _) = Run("timestamp,value\n2026-11-25 08:00,3\n2026-11-25T08:05:00+00:00,0\n2026-11-25T10:10:00+01:00,\n2026-11-25 09:15,2.5\n");
        code.ShouldBe(0);
        rows[0].ShouldBe("timestamp,value,expected,surprise,wave");
        rows[1..].Select(r => r.Split(',')).Select(r => (r[0], r[1], r[4])).ShouldBe(
            [("2026-11-25 08:00", "3", "0"), ("2026-11-25T08:05:00+00:00", "0", "0"), ("2026-11-25T10:10:00+01:00", "", "0"), ("2026-11-25 09:15", "2.5", "0")]);
    }

    [Fact]
    public void A_wave_is_marked_on_one_row()
    {
        var steps = SimulatedCounts.Draw(1, 1, Duration.FromMinutes(15), 20, wavesPerMonth: 0).Steps;
        var from = steps.Count - 30;
        var (_, rows, _) = Run(string.Concat(steps.Select((s, i) => $"{s.At},{(i >= from && i < from + 8 ? 30 : s.Count)}\n")));
        rows.Length.ShouldBe(steps.Count + 1);
        rows.Skip(from).Count(r => r.EndsWith(",1", StringComparison.Ordinal)).ShouldBe(1);
        rows[from + 1].ShouldEndWith(",1");
    }

    [Theory]
    [InlineData("2026-11-25 08:00,3\nsoon,4\n", "Line 2: a timestamp and a count")]
    [InlineData("2026-11-25 08:00,3\n2026-11-25 08:00,4\n", "Line 2: the timestamp is not after")]
    [InlineData("timestamp,value\n2026-11-25 08:00,-3\n", "Line 2: a timestamp and a count")]
    [InlineData("2026-11-25 08:00\n", "Line 1: a timestamp and a count")]
    public void A_row_that_cannot_be_read_is_named(string rows, string complaint)
    {
        var (code, _, said) = Run(rows);
        code.ShouldBe(2);
        said.ShouldStartWith(complaint);
    }

    private static (int Code, string[] Rows, string Said) Run(string rows)
    {
        using var target = new StringWriter();
        using var complaints = new StringWriter();
        var code = WavesVerb.Write(new StringReader(rows), target, complaints, 4);
        return (code, target.ToString().TrimEnd('\n').Split('\n'), complaints.ToString());
    }
}
