using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Web;

namespace Rotfeste.Agreements.Pages;

/// <summary>Who may have been in a meeting. Among many one looks for them by name and unit, and those who are ticked stay.</summary>
internal static class SeatViews
{
    private const int Few = 30;
    private const int Most = 60;

    public static IReadOnlyList<MeetingSeatView> Shown(Viewer viewer)
    {
        var all = Asked(viewer);
        var shown = all.Count <= Few
            ? all
            : [.. all.Where(p => WasThere(viewer, p)), .. all.Where(p => !WasThere(viewer, p) && IsWanted(viewer, p)).Take(IsLooking(viewer) ? Most : Few)];
        return
        [
            .. shown.Select(p => new MeetingSeatView(
                p.Id.Value, viewer.NameOf(p.Id), WasThere(viewer, p), viewer.Typed?.Named<AnswerKind>($"said.{p.Id}"), viewer.TypedIn($"why.{p.Id}"))),
        ];
    }

    /// <summary>Null where all are few enough to stand there.</summary>
    public static MeetingFindView? Find(Viewer viewer)
    {
        var all = Asked(viewer);
        return all.Count <= Few
            ? null
            : new MeetingFindView(
                all.Count, viewer.TypedIn("find.name"), viewer.TypedIn("find.unit"),
                [.. all.Select(p => UnitOf(viewer, p.Id)).OfType<string>().Distinct().Order(StringComparer.CurrentCulture)]);
    }

    // The leaders first: they are fewest, and a leaders' meeting is about them.
    private static List<History.Person> Asked(Viewer viewer) =>
    [
        .. viewer.History.Asked.Where(p => !p.HasLeft)
            .OrderBy(p => (p.Asked!.Directions & Directions.Up) == Directions.None).ThenBy(p => viewer.NameOf(p.Id), StringComparer.CurrentCulture),
    ];

    private static bool WasThere(Viewer viewer, History.Person person) => viewer.TypedIn($"there.{person.Id}") == "yes";

    private static bool IsLooking(Viewer viewer) => viewer.TypedIn("find.name").Length > 0 || viewer.TypedIn("find.unit").Length > 0;

    private static bool IsWanted(Viewer viewer, History.Person person) =>
        viewer.NameOf(person.Id).Contains(viewer.TypedIn("find.name"), StringComparison.CurrentCultureIgnoreCase)
        && (viewer.TypedIn("find.unit") is not { Length: > 0 } unit || UnitOf(viewer, person.Id) == unit);

    private static string? UnitOf(Viewer viewer, PersonId person) => viewer.Names.GetValueOrDefault(person)?.UnitName;
}
