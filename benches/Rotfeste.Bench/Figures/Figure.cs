using System.Globalization;
using System.Text.Json;

namespace Rotfeste.Bench.Figures;

/// <summary>One measured number and, where there is one, the aim it is held against.</summary>
/// <param name="Name">What was measured, with its unit: "p99 ms".</param>
/// <param name="Value">The number.</param>
/// <param name="Aim">What it should be, or null.</param>
/// <param name="MoreIsBetter">The aim is a floor, not a ceiling.</param>
internal sealed record Figure(string Name, double Value, double? Aim = null, bool MoreIsBetter = false)
{
    public bool IsMissed => Aim is { } aim && (MoreIsBetter ? Value < aim : Value > aim);
}

/// <summary>The figures of one run.</summary>
/// <param name="Run">"ingest sqlite".</param>
/// <param name="Figures">In the order they are read.</param>
internal sealed record Result(string Run, IReadOnlyList<Figure> Figures)
{
    /// <summary>The table for people, then one line of JSON for machines.</summary>
    public void Print()
    {
        var width = Figures.Max(f => f.Name.Length);
        Console.WriteLine();
        Console.WriteLine(Run);
        foreach (var figure in Figures)
            Console.WriteLine($"  {figure.Name.PadRight(width)}  {Shown(figure.Value),12}{Verdict(figure)}");
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            run = Run,
            at = DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            figures = Figures.ToDictionary(f => f.Name, f => Math.Round(f.Value, 3)),
            missed = Figures.Where(f => f.IsMissed).Select(f => f.Name),
        }));
    }

    private static string Shown(double value) =>
        value.ToString(value % 1 == 0 ? "#,##0" : "#,##0.##", CultureInfo.InvariantCulture);

    private static string Verdict(Figure figure)
    {
        if (figure.Aim is not { } aim)
            return "";
        var sign = figure.MoreIsBetter ? "at least" : "at most";
        return $"   aim {sign} {Shown(aim)}: {(figure.IsMissed ? "aim missed" : "met")}";
    }
}
