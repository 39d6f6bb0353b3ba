using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Listening.Labels;
using Rotfeste.Listening.Overviews;
using Rotfeste.Listening.Volumes;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Mentions;

/// <summary>What narrows the list, in words, and what else may: only what there is something of.</summary>
internal sealed class Narrowing(
    AppDb db, CurrentCaller caller, ShortMemory<OrganisationId, IReadOnlyList<(CountBy By, string Value)>> memory, IClock clock, IStringLocalizer<Texts> texts)
{
    private static readonly Duration Lately = Duration.FromDays(90);

    public async Task<NarrowView> ReadAsync(MentionsAsked asked, CancellationToken cancellation)
    {
        var labels = await db.Set<Label>().AsNoTracking().ToListAsync(cancellation);
        var (organisation, now) = (caller.Required.Organisation, clock.GetCurrentInstant());
        var said = await memory.GetAsync(organisation, now, () => SaidAsync(organisation, now - Lately, cancellation));
        return new(
            Words(asked, labels),
            [.. labels.OrderBy(l => l.Name, StringComparer.CurrentCultureIgnoreCase).Select(l => new LabelView(l.Id, l.Name))],
            Named(said.Where(s => s.By == CountBy.Source).Select(s => s.Value), v => Naming.Network(v, texts)),
            Named(said.Where(s => s.By == CountBy.Language).Select(s => s.Value), v => Naming.Language(v, texts)));
    }

    private async Task<IReadOnlyList<(CountBy By, string Value)>> SaidAsync(OrganisationId organisation, Instant since, CancellationToken cancellation)
    {
        var said = await db.Set<PartCount>().AsNoTracking()
            .Where(c => c.Organisation == organisation && c.Search == HourCount.All && (c.By == CountBy.Source || c.By == CountBy.Language) && c.Hour >= since)
            .Select(c => new { c.By, c.Value }).Distinct().ToListAsync(cancellation);
        return [.. said.Select(s => (s.By, s.Value))];
    }

    private List<string> Words(MentionsAsked asked, List<Label> labels)
    {
        LocalizedString?[] words =
        [
            asked.Label is { } id ? texts["Narrow.Label", labels.Find(l => l.Id == id)?.Name ?? "…"] : null,
            asked.Source is { } source ? texts["Narrow.Source", Naming.Network(source, texts)] : null,
            asked.Language is { } language ? texts["Narrow.Language", Naming.Language(language, texts)] : null,
            asked.Like is null ? null : texts["Narrow.Like"],
            asked.Word is { } word ? texts["Narrow.Word", word, asked.Days] : null,
            asked.Link is { } link ? texts["Narrow.Link", link, asked.Days] : null,
            asked.Mine ? texts["Narrow.Mine"] : null,
        ];
        return [.. words.OfType<LocalizedString>().Select(w => w.Value)];
    }

    private static List<NameView> Named(IEnumerable<string> values, Func<string, string> name) =>
        [.. values.Where(v => v.Length > 0).Select(v => new NameView(v, name(v))).OrderBy(n => n.Name, StringComparer.CurrentCultureIgnoreCase)];
}
