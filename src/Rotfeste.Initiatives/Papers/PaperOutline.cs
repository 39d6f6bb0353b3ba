using System.Globalization;
using Microsoft.Extensions.Localization;
using Rotfeste.Initiatives.Pitches;

namespace Rotfeste.Initiatives.Papers;

/// <summary>Lays a pitch out as a paper for a meeting, in the current language. What is not filled in leaves no trace.</summary>
internal sealed class PaperOutline(
    IStringLocalizer<Texts> texts, IStringLocalizer<Pitches.Texts> headings, IStringLocalizer<Pages.Texts> said)
{
    public Paper Compose(PitchView pitch, PaperKind kind) => new(
        CultureInfo.CurrentCulture.Name, pitch.Organisation, texts[kind.ToString()], pitch.Title, pitch.Owner, texts["Page"],
        [
            Facts(pitch),
            .. PaperChapters.Of(kind).SelectMany(chapter => Chapter(chapter, pitch, kind)),
            new PaperSignature(texts["Date"], pitch.Leader),
        ]);

    private PaperTable Facts(PitchView pitch) => new(
        [texts["Writer"], texts["Leader"], texts["Version"], texts["Date"]],
        [[pitch.Owner, pitch.Leader, pitch.Version == 0 ? texts["Version.Draft"] : Number(pitch.Version), PitchWords.Day(pitch.On)]]);

    private IEnumerable<PaperBlock> Chapter(PaperChapter chapter, PitchView pitch, PaperKind kind)
    {
        var content = chapter.Key switch
        {
            "Propose" => Proposal(pitch, kind),
            "Stands" => Stands(pitch),
            "Next" => [new PaperWords(texts[$"{kind}.Look", PitchWords.Day(pitch.LookAgainOn)])],
            "Summary" => Words(chapter, pitch),
            "Frame" => [.. Parts(chapter, pitch), .. Frame(pitch)],
            _ => Parts(chapter, pitch),
        };
        return content.Count == 0 ? [] : [new PaperHeading(1, texts[$"{kind}.{chapter.Key}"]), .. content];
    }

    private List<PaperBlock> Parts(PaperChapter chapter, PitchView pitch) =>
        [.. Picked(chapter, pitch).SelectMany(part => new PaperBlock[] { new PaperHeading(2, headings[part.Key]), new PaperWords(part.Words) })];

    private static List<PaperBlock> Words(PaperChapter chapter, PitchView pitch) => [.. Picked(chapter, pitch).Select(part => new PaperWords(part.Words))];

    private static IEnumerable<PitchPartView> Picked(PaperChapter chapter, PitchView pitch) =>
        from key in chapter.Sections
        from part in pitch.Why.Concat(pitch.How)
        where part.Key == key
        select part;

    private List<PaperBlock> Proposal(PitchView pitch, PaperKind kind)
    {
        var frame = PitchWords.Say(pitch.Frame, said);
        var points = new List<string> { texts[$"{kind}.{(pitch.HasStarted ? "GoOn" : "Begin")}", pitch.Title] };
        if (frame.Length > 0)
            points.Add(texts[$"{kind}.Spend", frame]);
        points.Add(texts[$"{kind}.Lead", pitch.Leader]);
        if (kind == PaperKind.Saksframlegg)
            points.Add(texts[$"{kind}.Look", PitchWords.Day(pitch.LookAgainOn)]);
        return [new PaperWords(texts[$"{kind}.That"]), new PaperPoints(points)];
    }

    private List<PaperBlock> Frame(PitchView pitch)
    {
        var cells = new List<(string Head, string Value)>();
        if (pitch.Frame.Money is { } money)
            cells.Add((texts["Money"], texts["Money.Kroner", money.ToString("#,0.##", CultureInfo.CurrentCulture)]));
        if (pitch.Frame.HoursAWeek is { } hours)
            cells.Add((texts["Hours"], hours.ToString("0.##", CultureInfo.CurrentCulture)));
        if (pitch.Frame.PeriodEnd is { } until)
            cells.Add((texts["Until"], PitchWords.Day(until)));
        return cells.Count == 0 ? [] : [new PaperTable([.. cells.Select(c => c.Head)], [[.. cells.Select(c => c.Value)]])];
    }

    private List<PaperBlock> Stands(PitchView pitch) => pitch.Answers.Count == 0
        ? []
        :
        [
            new PaperTable(
                [texts["Name"], texts["Answer"], texts["Version"], texts["Date"]],
                [.. pitch.Answers.Select(a => new[] { a.Name, said[$"Worth.{a.Worth}"].Value, Number(a.Version), PitchWords.Day(a.On) })]),
            new PaperWords(headings["Silence"]),
        ];

    private static string Number(int number) => number.ToString(CultureInfo.CurrentCulture);
}
