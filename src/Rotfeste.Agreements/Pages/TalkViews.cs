using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Threads;

namespace Rotfeste.Agreements.Pages;

/// <summary>Makes the views of sentences and threads.</summary>
internal static class TalkViews
{
    public static SentencesView Sentences(Viewer viewer)
    {
        var (history, me) = (viewer.History, viewer.Me);
        var isOpen = history.AreSentencesOpen(viewer.Open.Today);
        var mine = history.Sentences.GetValueOrDefault(me);
        var waitedFor = history.Asked.Where(p => !p.HasLeft).ToList();
        return new SentencesView(
            viewer.Open.Id.Value, viewer.Return, isOpen, viewer.TakesPart,
            viewer.Typed?.ContainsKey("sentence") == true ? viewer.TypedIn("sentence") : viewer.TextOf(mine),
            history.Sentences.ContainsKey(me), waitedFor.Count(p => history.Sentences.ContainsKey(p.Id)), waitedFor.Count,
            history.SentenceDay, viewer.Open.Today.PlusDays(1), viewer.Leads,
            isOpen ? [.. SideBySide(viewer)] : [],
            isOpen ? viewer.TextOf(history.Gathered?.Alike) : null, isOpen ? viewer.TextOf(history.Gathered?.Unlike) : null, viewer.Refusals);
    }

    public static ThreadsView Threads(Viewer viewer, IReadOnlyDictionary<string, string> titles) => new(
        viewer.Open.Id.Value, viewer.Return, viewer.TakesPart, viewer.TypedIn("question"),
        [.. viewer.History.Threads.OrderBy(t => !t.IsOpen).ThenByDescending(t => t.RaisedAt).Select(t => Of(viewer, t, titles))], viewer.Refusals);

    // By name, which says nothing of who wrote first or who leads whom.
    private static IEnumerable<SentenceView> SideBySide(Viewer viewer) => viewer.History.Sentences.Where(s => s.Value is not null)
        .Select(s => new SentenceView(viewer.NameOf(s.Key), viewer.TextOf(s.Value))).OrderBy(s => s.Name, StringComparer.CurrentCulture);

    private static ThreadView Of(Viewer viewer, History.Talk talk, IReadOnlyDictionary<string, string> titles)
    {
        var raised = talk.Raised;
        var first = new MessageView(
            raised.Words.Id.Value, viewer.NameOf(raised.Person), talk.RaisedAt, null, viewer.TextOf(raised.Words), raised.Person == viewer.Me);
        var rest = talk.Messages.Select(m => new MessageView(
            m.Message.Words.Id.Value, viewer.NameOf(m.Message.Person), m.At, m.Message.SaidOn, viewer.TextOf(m.Message.Words),
            m.Message.Person == viewer.Me));
        return new ThreadView(
            raised.Thread.Value, talk.Kind, titles.GetValueOrDefault(raised.Section, ""), first.Name, talk.RaisedAt, raised.Version,
            [first, .. rest], talk.Closed?.How, talk.Closed is { } closed ? viewer.NameOf(closed.Person) : null, talk.Closed?.Version,
            viewer.TextOf(talk.Closed?.Reason), talk.IsKept, RightsIn(viewer, talk), viewer.TypedIn($"message.{raised.Thread}"));
    }

    private static ThreadRights RightsIn(Viewer viewer, History.Talk talk)
    {
        bool May(ThreadEnd how) => talk.IsOpen && EndingRules.May(viewer.History, talk, how, viewer.Me);
        var later = viewer.History.Versions.Select(v => v.Number).Where(n => n > talk.Raised.Version).OrderDescending();
        return new ThreadRights(
            talk.IsOpen && viewer.TakesPart, talk.IsOpen && viewer.Leads, May(ThreadEnd.TakenIn) ? [.. later] : [],
            May(ThreadEnd.Accepted), May(ThreadEnd.DecidedByLeader),
            talk is { Closed.How: ThreadEnd.DecidedByLeader, IsKept: false } && talk.Raised.Person == viewer.Me);
    }
}
