namespace Rotfeste.Platform.Ui.Charts;

/// <summary>A bracket over the bars of a wave, and the side on which its name stands.</summary>
/// <param name="Name">What rose.</param>
/// <param name="From">Left edge in the drawing's pixels.</param>
/// <param name="To">Right edge in the drawing's pixels.</param>
/// <param name="IsNamed">False where the name would stand on that of the wave before.</param>
internal sealed record WaveMark(string Name, double From, double To, bool IsNamed)
{
    private const double NameWidth = 230;

    /// <summary>Bars of one wave beside each other have one bracket; names that would meet stand in the table alone.</summary>
    public static IReadOnlyList<WaveMark> Of(BarLayout drawn)
    {
        var marks = new List<WaveMark>();
        foreach (var shape in drawn.Shapes.Where(s => s.Bar.Wave is not null))
        {
            var end = shape.Start + drawn.Step;
            if (marks.Count > 0 && marks[^1].Name == shape.Bar.Wave && shape.Start - marks[^1].To < 0.5)
                marks[^1] = marks[^1] with { To = end };
            else
                marks.Add(new(shape.Bar.Wave!, shape.Start, end, marks.Count == 0 || shape.Start - marks.FindLast(m => m.IsNamed)!.From > NameWidth));
        }

        return marks;
    }

    /// <summary>The bracket, opening downwards.</summary>
    public string Path(double y) => $"M{Svg.Number(From)} {Svg.Number(y + 6)}v-6H{Svg.Number(To)}v6";
}
