using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Sources;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Imports;

/// <summary>Begins to read a file, or finds the import of the same file that goes on already.</summary>
internal sealed class StartImport(AppDb db, ImportFiles files, IClock clock)
{
    private const int LongestName = 200;

    /// <summary>Stored in the caller's unit of work; the file lies there already.</summary>
    public async Task<Import> RunAsync(
        OrganisationId organisation, string fileName, Stream content, bool takesAll, PersonId? by, string sourceName, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7();
        var (hash, size) = await files.KeepAsync(id, content, cancellation);
        var going = await db.Set<Import>().FirstOrDefaultAsync(i => i.Hash == hash && i.State == ImportState.Running, cancellation);
        if (going is not null)
        {
            files.Delete(id);
            return going;
        }

        var source = await db.Set<Source>().FirstOrDefaultAsync(s => s.Kind == SourceKind.Import, cancellation);
        if (source is null)
            db.Add(source = Source.Of(SourceKind.Import, organisation, sourceName, "", by ?? default, clock.GetCurrentInstant()));
        var name = Path.GetFileName(fileName);
        var import = new Import
        {
            Id = id,
            Organisation = organisation,
            Source = source.Id,
            FileName = name.Length <= LongestName ? name : name[^LongestName..],
            Hash = hash,
            Size = size,
            TakesAll = takesAll,
            StartedAt = clock.GetCurrentInstant(),
            StartedBy = by,
        };
        db.Add(import);
        return import;
    }
}
