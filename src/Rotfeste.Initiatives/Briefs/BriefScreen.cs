using Microsoft.Extensions.Localization;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Drafts;
using Rotfeste.Initiatives.Weeks;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Initiatives.Briefs;

/// <summary>The page as its writers see it.</summary>
internal sealed class BriefScreen(
    InitiativeDoor door, AgreementQuestions agreements, Colleagues colleagues, CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    private const int MostNames = 60;

    public async Task<BriefView> ReadAsync(Initiative initiative, string? more, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var brief = initiative.Brief;
        var week = WeekGrid.Read(brief.Week);
        var sum = WeekReading.Sum(week).Hours;

        // A week that is filled in tells the hours; asking for them twice would give two answers.
        var asked = BriefFields.All.Where(f => f.Key != "hours" || sum is null).ToList();
        var shown = asked.Where(f => f.IsFirst || f.Key == more || f.Read(brief).Length > 0 || brief.Asides.Any(a => a.Field == f.Key)).ToList();
        return new BriefView(
            door.AddressOf(initiative),
            initiative.Title,
            [.. shown.Select(f => new BriefFieldView(f.Key, f.Kind.ToString(), f.Read(brief), SeenMark.Of(f.Read(brief))))],
            [.. asked.Except(shown).Select(f => f.Key)],
            shown.Exists(f => f.Kind == FieldKind.Week) ? await WeekAsync(initiative, week, sum, cancellation) : null,
            await AsidesAsync(brief, cancellation),
            initiative.KeptAt,
            0,
            refusals);
    }

    public IReadOnlyList<Refusal> Refuse(Brief brief) =>
        [.. FrameReading.Of(brief).Wrong.Select(key => new Refusal(key, texts[$"Refused.{key}"]))];

    private async Task<WeekView> WeekAsync(Initiative initiative, WeekGrid week, decimal? sum, CancellationToken cancellation)
    {
        var standing = await agreements.StandingAsync(InitiativeSubject.Of(initiative.Id), cancellation);
        var people = (standing?.People ?? []).Where(p => !p.HasLeft).Select(p => p.Person).Append(initiative.Owner).ToHashSet();
        var names = (await colleagues.FindAsync(people, cancellation)).Values.Select(c => c.Name).Order(StringComparer.CurrentCulture).Take(MostNames);
        var rows = week.Rows.Count < WeekGrid.MostRows ? week.Rows.Append(WeekRow.Empty) : week.Rows;
        return new WeekView([.. rows.Select(r => new WeekRowView(r.Name, r.Cells, WeekReading.SumOf(r)))], [.. names], sum);
    }

    private async Task<IReadOnlyList<AsideView>> AsidesAsync(Brief brief, CancellationToken cancellation)
    {
        var names = await colleagues.FindAsync([.. brief.Asides.Select(a => a.By).Distinct()], cancellation);
        return
        [
            .. brief.Asides.Select(a => new AsideView(
                a.Field, a.By.ToString(), names.GetValueOrDefault(a.By)?.Name ?? "", a.By == caller.Required.Person,
                a.Field == "week" ? WeekGrid.Read(a.Text).Say() : a.Text)),
        ];
    }
}
