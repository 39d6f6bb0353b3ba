using NodaTime.Text;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Platform.Web;

namespace Rotfeste.Agreements.Pages;

/// <summary>Makes the views of who stands where, and of meetings.</summary>
internal static class StandViews
{
    public static StandsView Stands(Viewer viewer, AgreementStanding standing)
    {
        var directions = Enum.GetValues<Directions>().Where(d => d != Directions.None)
            .Select(d => new DirectionView(d, standing.Count(d))).Where(d => d.Count.Asked > 0);

        // Whoever leads the talk sees whom to talk with; to everyone else nobody is named for what they have not said.
        var told = standing.People.Where(p => p.Worth != Worth.NotYet && (viewer.Leads || p.Worth != Worth.Stale || p.Person == viewer.Me));
        var rows = told.Select(p => new StandRowView(viewer.NameOf(p.Person), p.Worth, p.Version!.Value, p.SaidOn!.Value, p.Cause))
            .OrderBy(r => r.Name, StringComparer.CurrentCulture);
        var notYet = standing.People.Where(p => p.Worth == Worth.NotYet && !p.HasLeft).Select(p => viewer.NameOf(p.Person));
        return new StandsView([.. directions], [.. rows], viewer.Leads ? [.. notYet.Order(StringComparer.CurrentCulture)] : null);
    }

    public static MeetingsView Meetings(Viewer viewer) => new(
        viewer.Open.Id.Value,
        [
            .. viewer.History.Meetings.Reverse().Select(m => new MeetingView(
                m.Kind, m.On, m.Version, [.. m.Seats.Select(s => viewer.NameOf(s.Person)).Order(StringComparer.CurrentCulture)], viewer.TextOf(m.Decided))),
        ],
        viewer.Leads && viewer.History.PresentNumber > 0 ? Form(viewer) : null);

    private static MeetingFormView Form(Viewer viewer)
    {
        var cameBack = viewer.Typed?.ContainsKey("decided") == true;
        return new MeetingFormView(
            viewer.Open.Id.Value, viewer.Return, viewer.Open.Today, viewer.Typed?.Named<MeetingKind>("kind") ?? MeetingKind.Leadership,
            cameBack ? viewer.TypedIn("day") : LocalDatePattern.Iso.Format(viewer.Open.Today), viewer.TypedIn("decided"),
            SeatViews.Shown(viewer), SeatViews.Find(viewer), cameBack, viewer.Refusals);
    }
}
