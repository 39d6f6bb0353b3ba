using Microsoft.Extensions.Localization;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.Dialogue.Traces;

/// <summary>Puts counted conversations into a few plain sentences.</summary>
internal static class TraceWords
{
    public static IReadOnlyList<string> Of(Tally tally, int days, IStringLocalizer<Texts> texts)
    {
        if (tally.All == 0)
            return [texts["None", days]];
        if (tally.All < Tally.Few)
            return [texts.Count("Few", tally.All, days)];

        var says = new List<string> { texts["All", tally.All, days, tally.Answered] };
        foreach (var (key, count) in new[] { ("Waiting", tally.Waiting), ("NoAnswer", tally.NoAnswer), ("Solved", tally.Solved), ("Moved", tally.Moved) })
        {
            if (count > 0)
                says.Add(texts.Count(key, count));
        }

        return says;
    }
}
