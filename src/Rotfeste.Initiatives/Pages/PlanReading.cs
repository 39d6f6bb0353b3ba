using Microsoft.Extensions.Localization;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.Initiatives.Pages;

/// <summary>The page as it was published last, or as it is being written before that.</summary>
internal sealed class PlanReading(
    AgreementQuestions agreements, Organisations organisations, CurrentOrganisation current, IStringLocalizer<Briefs.Texts> texts)
{
    public async Task<PlanView> ReadAsync(InitiativeState state, CancellationToken cancellation)
    {
        var brief = state.Initiative.Brief;
        var frame = FrameReading.Of(brief).Frame;
        var language = (await organisations.FindAsync(current.Value ?? default, cancellation))?.Language;
        if (state.Standing.Version == 0)
            return new PlanView(0, Drafted(brief, language), false, frame.Money, frame.HoursAWeek, frame.PeriodEnd);

        var version = await agreements.VersionAsync(InitiativeSubject.Of(state.Initiative.Id), null, cancellation);
        var published = version!.Sections.Select(s => new PlanSectionView(s.Key, TitleOf(s.Key), s.Words ?? "")).ToList();
        return new PlanView(
            version.Number, published, !Drafted(brief, language).SequenceEqual(published) || frame != version.Frame,
            version.Frame.Money, version.Frame.HoursAWeek, version.Frame.PeriodEnd);
    }

    public string TitleOf(string key) => texts[$"{key}.Name"];

    // In the organisation's language, as it will be published.
    private IReadOnlyList<PlanSectionView> Drafted(Brief brief, string? language) =>
        [.. Spoken.In(language, () => BriefSections.Of(brief).ToList()).Select(s => new PlanSectionView(s.Key, TitleOf(s.Key), s.Words))];
}
