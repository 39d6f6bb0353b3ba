namespace Rotfeste.Platform.Ui.Charts;

/// <summary>The name over a stretch of which something is missing.</summary>
/// <param name="Name">What is missing, and when.</param>
/// <param name="Middle">Where its middle stands in the drawing's pixels.</param>
internal sealed record GapMark(string Name, double Middle)
{
    private const double Letter = 6.2;
    private const double Air = 8;

    /// <summary>
    /// Bars beside each other that lack the same have one name, never outside the drawing. Where two would meet, the one that lacks all
    /// is named here and the other in the table alone.
    /// </summary>
    /// <param name="drawn">The bars.</param>
    /// <param name="nameless">Said of a gap without a name.</param>
    public static IReadOnlyList<GapMark> Of(BarLayout drawn, string nameless)
    {
        var marks = new List<GapMark>();
        foreach (var run in Runs(drawn, nameless).OrderByDescending(r => r.IsWhole))
        {
            var half = run.Name.Length * Letter / 2;
            if (2 * half > drawn.Width)
                continue;
            var middle = Math.Clamp((run.From + run.To) / 2, half, drawn.Width - half);
            if (marks.TrueForAll(m => Math.Abs(m.Middle - middle) > half + (m.Name.Length * Letter / 2) + Air))
                marks.Add(new(run.Name, middle));
        }

        return marks;
    }

    private static List<Run> Runs(BarLayout drawn, string nameless)
    {
        var runs = new List<Run>();
        foreach (var shape in drawn.Shapes)
        {
            var isWhole = shape.Bar.Kind == BarKind.Gap;
            if ((shape.Bar.Gap ?? (isWhole ? nameless : null)) is not { } name)
                continue;
            if (runs.Count > 0 && runs[^1] is var last && last.Name == name && shape.Start - last.To < 0.5)
                runs[^1] = last with { To = shape.Start + drawn.Step, IsWhole = last.IsWhole || isWhole };
            else
                runs.Add(new(name, shape.Start, shape.Start + drawn.Step, isWhole));
        }

        return runs;
    }

    private sealed record Run(string Name, double From, double To, bool IsWhole);
}
