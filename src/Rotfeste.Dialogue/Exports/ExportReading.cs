using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Exports;

/// <summary>Reads the packages that were made lately.</summary>
internal sealed class ExportReading(AppDb db, Colleagues colleagues)
{
    private const int MostRows = 30;

    public async Task<IReadOnlyList<ExportView>> LatestAsync(CancellationToken cancellation)
    {
        var rows = await db.Set<ArchiveExport>().AsNoTracking().OrderByDescending(e => e.At).Take(MostRows).ToListAsync(cancellation);
        var open = rows.Where(e => e.State is ExportState.Ready or ExportState.Packing).Select(e => e.Id).ToList();
        var parts = (await db.Set<ArchivePart>().AsNoTracking().Where(p => open.Contains(p.Export)).OrderBy(p => p.Number).ToListAsync(cancellation))
            .ToLookup(p => p.Export, p => new PartView(p.Number, p.Hash, p.Bytes, p.Conversations));
        var names = await colleagues.FindAsync([.. rows.SelectMany(e => new[] { e.By, e.ReceivedBy ?? e.By }).Distinct()], cancellation);
        return
        [
            .. rows.Select(e => new ExportView(
                e.Id, e.State, names.GetValueOrDefault(e.By)?.Name ?? "", e.At, e.Total, e.Packed, e.ExpiresAt,
                e.ReceivedBy is { } by ? names.GetValueOrDefault(by)?.Name ?? "" : null, e.ReceivedAt, [.. parts[e.Id]])),
        ];
    }
}
