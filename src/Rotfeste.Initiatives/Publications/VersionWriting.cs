using Microsoft.Extensions.Localization;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.Initiatives.Publications;

/// <summary>Writes the page as it stands into what is to be published; headings are in the organisation's language, whoever publishes.</summary>
internal sealed class VersionWriting(CurrentCaller caller, Organisations organisations, IStringLocalizer<Briefs.Texts> texts)
{
    public async Task<Publication> WriteAsync(Initiative initiative, int built, CancellationToken cancellation)
    {
        var language = (await organisations.FindAsync(caller.Required.Organisation, cancellation))?.Language;
        var sections = Spoken.In(language, () => BriefSections.Of(initiative.Brief)
            .Select(s => new Section(s.Key, s.Meaning, texts[$"{s.Key}.Name"], s.Words)).ToList());
        return new Publication(built, sections, FrameReading.Of(initiative.Brief).Frame, initiative.LookAgainOn);
    }
}
