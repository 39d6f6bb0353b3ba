using Microsoft.EntityFrameworkCore;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Records;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.Agreements.Exports;

/// <summary>Gathers one agreement's file.</summary>
internal sealed class Exporting(AppDb db, Reading reading, LedgerLines ledger, Colleagues colleagues)
{
    public async Task<byte[]?> WriteAsync(Subject subject, CancellationToken cancellation)
    {
        if (await reading.FindAsync(subject, cancellation) is not { } open)
            return null;

        var entries = await ledger.FindAsync(open.Organisation, Recording.Kind, $"\"agreement\":\"{open.Id}\"", cancellation);
        var versions = await db.Set<VersionRow>().AsNoTracking().Where(v => v.Agreement == open.Id).OrderBy(v => v.Number).ToListAsync(cancellation);
        var words = (await reading.WordsAsync(open.Id, cancellation)).Values.OrderBy(w => w.Id.Value);
        var people = entries.Select(e => e.By).OfType<PersonId>().Concat(open.History.EverAsked.Select(p => p.Id)).ToHashSet();
        var names = await colleagues.FindAsync(people, cancellation);
        return new ExportFile(
            ExportFile.First, open.Organisation, open.Id, subject, entries,
            [.. versions.Select(v => new ExportedVersion(v.Number, Reading.Parse(v.Sections)))],
            [.. words.Select(w => new ExportedWords(w.Id, w.By, w.Hash, w.Salt, w.Text))],
            [.. names.Values.OrderBy(n => n.Name, StringComparer.Ordinal).Select(n => new ExportedPerson(n.Person, n.Name))]).ToBytes();
    }
}
