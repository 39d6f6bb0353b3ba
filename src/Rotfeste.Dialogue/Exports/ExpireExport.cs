using Microsoft.EntityFrameworkCore;
using Rotfeste.Platform.Blobs;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Live;

namespace Rotfeste.Dialogue.Exports;

/// <summary>The files of a package go: the archive has them, or the time is over.</summary>
[JobName("expire-archive-export")]
internal sealed record ExpireExportJob(OrganisationId? Organisation, Guid Export) : IJob
{
    public string Key => $"expire-archive-export/{Export}";
}

/// <summary>Deletes them from the disk; deleting twice does no harm.</summary>
internal sealed class ExpireExport(AppDb db, IBlobs blobs, LedgerWriter ledger, LiveTopics live) : IDo<ExpireExportJob>
{
    public static bool IsOutside => true;

    public async Task<DueOutcome> DoAsync(ExpireExportJob job, DueTry attempt, CancellationToken cancellation)
    {
        if (await db.Set<ArchiveExport>().FirstOrDefaultAsync(e => e.Id == job.Export, cancellation) is not { } export)
            return DueOutcome.Done;

        // Said before it is done: nobody is offered a file that is half gone.
        if (export.Expire())
        {
            ledger.Write(export.Organisation, "archive-expired", null, new { export = export.Id });
            live.AnnounceAfter(db, export.Organisation, PackExport.Topic);
            await db.SaveChangesAsync(cancellation);
        }

        // One more than are known: a run of the packing that was killed may have left it.
        for (var part = 1; part <= export.Parts + 1; part++)
            await blobs.ForgetAsync(export.Organisation, export.BlobName(part), cancellation);
        return DueOutcome.Done;
    }
}
