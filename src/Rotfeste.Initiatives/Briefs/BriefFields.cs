using Rotfeste.Initiatives.Drafts;
using Rotfeste.Initiatives.Weeks;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Initiatives.Briefs;

/// <summary>How a field is typed.</summary>
internal enum FieldKind
{
    Words,
    Number,
    Date,

    /// <summary>Who does it when: a grid.</summary>
    Week,
}

/// <summary>One field of the page.</summary>
/// <param name="Key">Its name in the form, in the version and in the texts.</param>
/// <param name="Kind">How it is typed.</param>
/// <param name="IsFirst">One of the three questions; the others unfold when asked.</param>
/// <param name="Read">What stands in it.</param>
/// <param name="Write">The page with it.</param>
internal sealed record BriefField(
    string Key, FieldKind Kind, bool IsFirst, Func<Brief, string> Read, Func<Brief, string, Brief> Write);

/// <summary>All fields, in the order of reading.</summary>
internal static class BriefFields
{
    public const int LongestWords = 4000;
    public const int LongestLine = 40;

    /// <summary>Every field.</summary>
    public static IReadOnlyList<BriefField> All { get; } =
    [
        new("gain", FieldKind.Words, true, b => b.Gain, (b, t) => b with { Gain = t }),
        new("doing", FieldKind.Words, true, b => b.Doing, (b, t) => b with { Doing = t }),
        new("fit", FieldKind.Words, true, b => b.Fit, (b, t) => b with { Fit = t }),
        new("changing", FieldKind.Words, false, b => b.Changing, (b, t) => b with { Changing = t }),
        new("objectives", FieldKind.Words, false, b => b.Objectives, (b, t) => b with { Objectives = t }),
        new("solve", FieldKind.Words, false, b => b.Solve, (b, t) => b with { Solve = t }),
        new("values", FieldKind.Words, false, b => b.Values, (b, t) => b with { Values = t }),
        new("audience", FieldKind.Words, false, b => b.Audience, (b, t) => b with { Audience = t }),
        new("money", FieldKind.Number, false, b => b.Money, (b, t) => b with { Money = t }),
        new("until", FieldKind.Date, false, b => b.Until, (b, t) => b with { Until = t }),
        new("hours", FieldKind.Number, false, b => b.Hours, (b, t) => b with { Hours = t }),
        new("week", FieldKind.Week, false, b => b.Week, (b, t) => b with { Week = t }),
        new("dangers", FieldKind.Words, false, b => b.Dangers, (b, t) => b with { Dangers = t }),
        new("cost", FieldKind.Words, false, b => b.Cost, (b, t) => b with { Cost = t }),
        new("return", FieldKind.Words, false, b => b.Return, (b, t) => b with { Return = t }),
        new("still", FieldKind.Words, false, b => b.StandingStill, (b, t) => b with { StandingStill = t }),
    ];

    public static BriefField? Find(string key) => All.FirstOrDefault(f => f.Key == key);

    /// <summary>The page as a form gives it; a field that is not in the form stays as it was, and what two wrote at once stands aside.</summary>
    /// <param name="before">As it is kept.</param>
    /// <param name="given">What the form has under a name; null where it has nothing.</param>
    /// <param name="me">Who writes.</param>
    public static Brief ReadForm(Brief before, Func<string, string?> given, PersonId me) => All.Aggregate(before, (brief, field) =>
        Typed(field, given) is { } text ? TwoWriters.Keep(brief, field, text, given($"seen.{field.Key}"), me) : brief);

    private static string? Typed(BriefField field, Func<string, string?> given) => field.Kind == FieldKind.Week
        ? WeekGrid.ReadForm(given)?.Write()
        : given(field.Key) is { } text ? Cut(text.ReplaceLineEndings("\n"), field.Kind) : null;

    private static string Cut(string text, FieldKind kind)
    {
        var most = kind == FieldKind.Words ? LongestWords : LongestLine;
        return text.Length <= most ? text : text[..most];
    }
}
