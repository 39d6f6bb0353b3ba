using Rotfeste.Agreements.Answers;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Versions;

namespace Rotfeste.Agreements.Pages;

/// <summary>Makes the form in which one says where one stands.</summary>
internal static class AnswerViews
{
    public static AnswerFormView? Of(Viewer viewer, IReadOnlyList<Section> sections, IReadOnlyList<Section>? answered, FieldSaying say)
    {
        var history = viewer.History;
        if (history.Present is not { } present || history.Find(viewer.Me) is not { Asked: not null } person)
            return null;

        var last = person.Answer;
        var change = last is not null && last.Version < present.Number
            ? Comparison.Of(viewer.Open.Id.Value, history.Versions[last.Version - 1], answered!, present, sections, say)
            : null;
        var cameBack = viewer.Typed?.ContainsKey("scope") == true;
        var bySection = cameBack ? viewer.TypedIn("scope") == "sections" : last?.Parts.Count > 1;
        return new AnswerFormView(
            viewer.Open.Id.Value, viewer.Return, present.Number, LastOf(viewer, person), change, StandOf(viewer, person, "", "", cameBack),
            [.. sections.Select(s => StandOf(viewer, person, s.Key, s.Title, cameBack))], bySection,
            change is not null && !Enumerable.Range(last!.Version + 1, present.Number - last.Version).Any(history.Substantive.Contains),
            viewer.Refusals);
    }

    public static IReadOnlyList<ConfirmView> ToConfirm(Viewer viewer) =>
    [
        .. viewer.History.ToConfirm(viewer.Me).Select(c => new ConfirmView(
            viewer.Open.Id.Value, viewer.Return, c.Meeting.Meeting.Value, c.Meeting.On, c.Meeting.Version, c.Seat.Kind!.Value,
            viewer.TextOf(c.Seat.Reason), c.Meeting.Version < viewer.History.PresentNumber)),
    ];

    private static LastAnswerView? LastOf(Viewer viewer, History.Person person)
    {
        if (person.Answer is not { } last)
            return null;
        var standing = Standings.Reckoning.Of(viewer.Open.Id, viewer.Open.Subject, viewer.History).On(viewer.Open.Today);
        var cause = standing.People.First(p => p.Person == viewer.Me).Cause;
        return new LastAnswerView(
            last.Kind, last.Version, last.On, cause,
            [.. person.Answers.SkipLast(1).Reverse().Select(a => new OwnAnswerView(a.Kind, a.Version, a.On))]);
    }

    private static StandView StandOf(Viewer viewer, History.Person person, string section, string title, bool cameBack)
    {
        if (cameBack)
        {
            var typed = Stand.Read(viewer.Typed!, section);
            var reasons = Enum.GetValues<AnswerKind>().ToDictionary(k => k, k => viewer.TypedIn(Stand.ReasonField(section, k)));
            return new StandView(section, title, typed.Kind, reasons, false);
        }

        var part = person.Answer?.Parts.FirstOrDefault(p => p.Section == section);
        var text = viewer.TextOf(part?.Reason) ?? "";
        return new StandView(
            section, title, part?.Kind, part is null ? new Dictionary<AnswerKind, string>() : new() { [part.Kind] = text },
            part is not null && section.Length > 0 && IsUnchanged(viewer.History, person.Answer!.Version, section));
    }

    private static bool IsUnchanged(History history, int answered, string section) =>
        history.Versions[answered - 1].Sections.FirstOrDefault(s => s.Key == section) is { } was
        && history.Present!.Sections.FirstOrDefault(s => s.Key == section) == was;
}
