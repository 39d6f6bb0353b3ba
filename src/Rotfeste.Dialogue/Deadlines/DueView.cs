using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>A due time as one says it.</summary>
/// <param name="At">When.</param>
/// <param name="Standing">In good time, soon, or late.</param>
/// <param name="Words">«38 min igjen», «22 min over».</param>
public sealed record DueView(Instant At, Standing Standing, string Words)
{
    /// <summary>It comes first in the list.</summary>
    public bool IsUrgent => Standing is Standing.Soon or Standing.Late;
}

/// <summary>Says due times in working time: a night does not use it up.</summary>
internal sealed class DueWords(IStringLocalizer<Texts> texts)
{
    private const int HourInMinutes = 60;

    public DueView Of(Instant due, Plan plan, Instant now)
    {
        var left = plan.Left(due, now);
        if (due < now)
            return new DueView(due, Standing.Late, -left < Duration.FromMinutes(1) ? texts["Due.Over"] : texts["Due.OverBy", Say(-left)]);

        return new DueView(due, due <= plan.UrgentBefore(now) ? Standing.Soon : Standing.Waiting, texts["Due.Left", Say(left)]);
    }

    /// <summary>«38 min», «2 t 10 min», «31 t».</summary>
    public string Say(Duration time)
    {
        var minutes = (int)time.TotalMinutes;
        return (minutes / HourInMinutes, minutes % HourInMinutes) switch
        {
            (0, var rest) => texts["Span.Minutes", rest],
            (var hours and < 10, var rest and > 0) => texts["Span.Hours", hours, rest],
            (var hours, _) => texts["Span.WholeHours", hours],
        };
    }
}
