using System.Globalization;
using System.Text;

namespace Rotfeste.Platform.Ui.Charts;

/// <summary>Where everything in a bar chart stands, in the drawing's own pixels.</summary>
internal sealed record BarLayout
{
    private const double Left = 34;
    private const double Right = 34;
    private const double Top = 30;
    private const double Axis = 28;

    public BarLayout(IReadOnlyList<ChartBar> bars, int width, int height)
    {
        Width = width;
        Height = height;
        Step = bars.Count == 0 ? 0 : (width - Left - Right) / bars.Count;
        var most = bars.Select(bar => Math.Max(bar.Kind == BarKind.Gap ? 0 : bar.Count, bar.Expected?.High ?? 0)).DefaultIfEmpty(0).Max();
        Lines = GridLines(most);
        Shapes = [.. bars.Select(Place)];
        Band = DrawBand(bars);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Four round steps from zero, the last at or over the highest bar.</summary>
    public IReadOnlyList<int> Lines { get; }

    public IReadOnlyList<BarShape> Shapes { get; }

    /// <summary>The expected range as one stepped outline for each unbroken run, or "" where nothing is expected.</summary>
    public string Band { get; }

    public double Step { get; }

    public string From => Svg.Number(Left);

    public string To => Svg.Number(Width - Right);

    public double Floor => Height - Axis;

    /// <summary>The height at which a count stands.</summary>
    public double Y(double count) => Floor - (count / Lines[^1] * (Floor - Top));

    /// <summary>Where gaps and marks begin.</summary>
    public static double Ceiling => Top;

    private static int[] GridLines(double most)
    {
        // 1, 2, 2.5 or 5 times a power of ten: what people count in. Never less than one a step, for counts are whole.
        var rough = Math.Max(most / 4, 1);
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double[] steps = power < 10 ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10];
        var step = (int)Math.Ceiling(steps.First(s => s * power >= rough) * power);
        return [0, step, 2 * step, 3 * step, 4 * step];
    }

    private BarShape Place(ChartBar bar, int index)
    {
        var start = Left + (index * Step);
        if (bar.Kind == BarKind.Gap)
        {
            // Gaps beside each other run together.
            return new(bar, start, start, Step, Top, Floor - Top);
        }

        var air = Math.Min(3, Step * 0.2);
        var y = Y(bar.Count);
        return new(bar, start, start + (air / 2), Math.Max(Step - air, 1), y, Floor - y);
    }

    private string DrawBand(IReadOnlyList<ChartBar> bars)
    {
        var path = new StringBuilder();
        for (var start = 0; start < bars.Count; start++)
        {
            if (bars[start].Expected is null)
            {
                continue;
            }

            var end = start;
            while (end < bars.Count && bars[end].Expected is not null)
            {
                end++;
            }

            DrawRun(path, bars, start, end);
            start = end;
        }

        return path.ToString();
    }

    private void DrawRun(StringBuilder path, IReadOnlyList<ChartBar> bars, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var y = Svg.Number(Y(bars[i].Expected!.Value.High));
            path.Append(CultureInfo.InvariantCulture, $"{(i == start ? 'M' : 'L')}{X(i)} {y}H{X(i + 1)}");
        }

        for (var i = end - 1; i >= start; i--)
        {
            path.Append(CultureInfo.InvariantCulture, $"L{X(i + 1)} {Svg.Number(Y(bars[i].Expected!.Value.Low))}H{X(i)}");
        }

        path.Append('Z');
    }

    private string X(int index) => Svg.Number(Left + (index * Step));
}

/// <summary>One bar's place: its stretch begins at <paramref name="Start"/>, the ink stands at <paramref name="X"/>.</summary>
internal sealed record BarShape(ChartBar Bar, double Start, double X, double Width, double Y, double Height);
