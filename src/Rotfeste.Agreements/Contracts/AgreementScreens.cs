using Microsoft.AspNetCore.Http;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Pages;
using Rotfeste.Agreements.Records;
using Rotfeste.Agreements.Standings;
using Rotfeste.Agreements.Versions;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Agreements.Contracts;

/// <summary>Makes the views that upper rooms embed with the screens beside them.</summary>
public sealed class AgreementScreens
{
    private readonly Reading reading;
    private readonly Colleagues colleagues;
    private readonly CurrentCaller caller;
    private readonly IMaySeeSubject mays;
    private readonly FieldSaying say;

    internal AgreementScreens(Reading reading, Colleagues colleagues, CurrentCaller caller, IMaySeeSubject mays, FieldSaying say)
    {
        this.reading = reading;
        this.colleagues = colleagues;
        this.caller = caller;
        this.mays = mays;
        this.say = say;
    }

    /// <summary>The agreement on a subject as the caller may see it; null where there is none, or not for the caller.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="back">The local address that forms lead back to.</param>
    /// <param name="cancellation">To stop it.</param>
    public async Task<AgreementView?> ShowAsync(Subject subject, string back, CancellationToken cancellation) =>
        await reading.FindAsync(subject, cancellation) is { } open ? await ShowAsync(open, back, null, [], cancellation) : null;

    /// <summary>Whom publishing would ask again, by name.</summary>
    public async Task<AskPreviewView> NameAsync(AskPreview preview, CancellationToken cancellation)
    {
        var names = await colleagues.FindAsync([.. preview.Asked.Select(a => a.Person)], cancellation);
        var groups = preview.Asked.GroupBy(a => a.Why).OrderBy(g => g.Key).Select(g => new AskGroupView(
            g.Key, [.. g.Select(a => names.TryGetValue(a.Person, out var known) ? known.Name : "–").Order(StringComparer.CurrentCulture)]));
        return new AskPreviewView([.. groups], preview.Told.Count, preview.Waiting.Count);
    }

    /// <summary>Two versions compared; null where the caller may not see them or there are no such two.</summary>
    public async Task<ComparisonView?> CompareAsync(Subject subject, int from, int to, CancellationToken cancellation) =>
        await reading.FindAsync(subject, cancellation) is { } open ? await CompareAsync(open, from, to, cancellation) : null;

    internal async Task<ComparisonView?> CompareAsync(OpenAgreement open, int from, int to, CancellationToken cancellation)
    {
        if (!await MaySeeAsync(open, cancellation) || from < 1 || to <= from || to > open.History.PresentNumber)
            return null;
        return Comparison.Of(
            open.Id.Value, open.History.Versions[from - 1], (await reading.SectionsAsync(open.Id, from, cancellation))!,
            open.History.Versions[to - 1], (await reading.SectionsAsync(open.Id, to, cancellation))!, say);
    }

    internal async Task<AgreementView?> ShowAsync(
        OpenAgreement open, string back, IFormCollection? typed, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        if (!await MaySeeAsync(open, cancellation))
            return null;

        var (history, me) = (open.History, caller.Required.Person);
        var people = history.EverAsked.Select(p => p.Id).Concat(history.Versioners)
            .Concat(history.Threads.SelectMany(t => t.Messages.Select(m => m.Message.Person).Append(t.Raised.Person)))
            .Concat(history.Sentences.Keys).Append(history.Owner).Append(history.Leader).ToHashSet();
        var viewer = new Viewer(
            open, me, back, await colleagues.FindAsync(people, cancellation), await reading.WordsAsync(open.Id, cancellation), typed, refusals);
        var sections = await reading.SectionsAsync(open.Id, history.PresentNumber, cancellation) ?? [];
        var answered = history.Find(me)?.Answer is { } last ? await reading.SectionsAsync(open.Id, last.Version, cancellation) : null;
        var standing = Reckoning.Of(open.Id, open.Subject, history).On(open.Today);
        return new AgreementView(
            open.Id.Value, back, history.PresentNumber, PageOf(viewer, sections), AnswerViews.Of(viewer, sections, answered, say),
            AnswerViews.ToConfirm(viewer), TalkViews.Sentences(viewer), TalkViews.Threads(viewer, sections.ToDictionary(s => s.Key, s => s.Title)),
            new VersionsView(open.Id.Value, back, [.. history.Published.Reverse().Select(p => RowOf(viewer, p))]),
            StandViews.Stands(viewer, standing), StandViews.Meetings(viewer), refusals);
    }

    internal async Task<bool> MaySeeAsync(OpenAgreement open, CancellationToken cancellation) =>
        open.History.TakesPart(caller.Required.Person) || await mays.MayAsync(open.Subject, caller.Required, cancellation);

    private PageView? PageOf(Viewer viewer, IReadOnlyList<Section> sections) => viewer.History.Published is not [.., var last]
        ? null
        : new PageView(
            viewer.History.PresentNumber, viewer.NameOf(last.By), last.At,
            [.. sections.Zip(viewer.History.Present!.Sections, (s, mark) => new SectionView(s.Key, s.Title, s.Words, mark.Hash))],
            say.All(viewer.History.Present!));

    private static VersionRowView RowOf(Viewer viewer, Happened published)
    {
        var number = ((Versioned)published.What).Number;
        return new VersionRowView(number, viewer.NameOf(published.By), published.At, viewer.History.Substantive.Contains(number));
    }
}
