using Microsoft.Extensions.Localization;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;

namespace Rotfeste.Initiatives.Pages;

/// <summary>The page as it was published last, or as it is being written before that.</summary>
internal sealed class PlanReading(AgreementQuestions agreements, IStringLocalizer<Briefs.Texts> texts)
{
    public async Task<PlanView> ReadAsync(InitiativeState state, CancellationToken cancellation)
    {
        var brief = state.Initiative.Brief;
        var frame = FrameReading.Of(brief).Frame;
        if (state.Standing.Version == 0)
            return new PlanView(0, [.. Drafted(brief)], false, frame.Money, frame.HoursAWeek, frame.PeriodEnd);

        var version = await agreements.VersionAsync(InitiativeSubject.Of(state.Initiative.Id), null, cancellation);
        var published = version!.Sections.Select(s => new PlanSectionView(s.Key, TitleOf(s.Key), s.Words ?? "")).ToList();
        return new PlanView(
            version.Number, published, !Drafted(brief).SequenceEqual(published) || frame != version.Frame,
            version.Frame.Money, version.Frame.HoursAWeek, version.Frame.PeriodEnd);
    }

    public string TitleOf(string key) => texts[$"{key}.Name"];

    private IEnumerable<PlanSectionView> Drafted(Brief brief) => BriefSections.Of(brief).Select(s => new PlanSectionView(s.Key, TitleOf(s.Key), s.Words));
}
