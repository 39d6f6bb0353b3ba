using Rotfeste.Initiatives.Briefs;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Initiatives.Drafts;

/// <summary>
/// Keeps what a writer typed in a field, as a pure rule. Where another has written in it since the form was opened, nothing is
/// merged and nothing lost: theirs stays on the page, and this writer's stands aside.
/// </summary>
internal static class TwoWriters
{
    /// <param name="before">The page as it is kept.</param>
    /// <param name="field">Which field.</param>
    /// <param name="typed">What the form has in it.</param>
    /// <param name="seen">The mark of what stood there when the form was opened; null where the form does not tell.</param>
    /// <param name="me">Who writes.</param>
    public static Brief Keep(Brief before, BriefField field, string typed, string? seen, PersonId me)
    {
        var standing = field.Read(before);
        if (typed == standing)
            return before;

        var touch = before.Touches.GetValueOrDefault(field.Key);
        var mark = SeenMark.Of(standing);
        if (seen is null || seen == mark || touch is null || touch.By == me)
            return field.Write(before, typed) with { Touches = Touched(before, field.Key, touch?.By == me ? touch : new Touch(me, mark)) };

        // Not changed in this form, or just what the other has built on: theirs is the newer.
        var mine = SeenMark.Of(typed);
        return mine == seen || mine == touch.Built ? before : PutAside(before, new Aside(field.Key, me, typed));
    }

    /// <summary>What stood aside comes onto the page, and what stood there goes aside: nothing is lost.</summary>
    public static Brief Use(Brief before, BriefField field, PersonId by, PersonId me)
    {
        if (before.Asides.FirstOrDefault(a => a.Field == field.Key && a.By == by) is not { } aside)
            return before;
        var standing = field.Read(before);
        var written = before.Touches.GetValueOrDefault(field.Key)?.By ?? me;
        var swapped = field.Write(Drop(before, field.Key, by), aside.Text) with { Touches = Touched(before, field.Key, new Touch(by, SeenMark.Of(standing))) };
        return written == by || standing.Length == 0 ? swapped : PutAside(swapped, new Aside(field.Key, written, standing));
    }

    public static Brief Drop(Brief before, string field, PersonId by) =>
        before with { Asides = [.. before.Asides.Where(a => a.Field != field || a.By != by)] };

    private static Brief PutAside(Brief before, Aside aside)
    {
        var without = Drop(before, aside.Field, aside.By);
        return without with { Asides = [.. without.Asides, aside] };
    }

    private static Dictionary<string, Touch> Touched(Brief before, string field, Touch touch) => new(before.Touches) { [field] = touch };
}
