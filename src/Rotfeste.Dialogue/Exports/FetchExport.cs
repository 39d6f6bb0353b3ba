using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Archives;
using Rotfeste.Dialogue.Keepings;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Blobs;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Exports;

/// <summary>Fetch a package's files, and say that the archive has them: only then do they count as archived, and go here.</summary>
internal sealed class FetchExport(AppDb db, IBlobs blobs, KeepDeletedWords deleted, DueWork due, LedgerWriter ledger, CurrentCaller caller, IClock clock)
{
    private const int AtOnce = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/archive/exports/{id:guid}/parts/{part:int}", (Guid id, int part, FetchExport use, CancellationToken cancellation) =>
            use.FetchAsync(id, part, cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/archive/exports/{id:guid}/receipt", (Guid id, FetchExport use, CancellationToken cancellation) =>
            use.ReceiveAsync(id, cancellation)).RequireAuthorization(Access.Lead);
    }

    private async Task<IResult> FetchAsync(Guid id, int number, CancellationToken cancellation)
    {
        var me = caller.Required;
        if (await db.Set<ArchiveExport>().AsNoTracking().FirstOrDefaultAsync(e => e.Id == id && e.State == ExportState.Ready, cancellation) is not { } export
            || await db.Set<ArchivePart>().AsNoTracking().FirstOrDefaultAsync(p => p.Export == id && p.Number == number, cancellation) is not { } part
            || await blobs.FindAsync(me.Organisation, part.Hash, cancellation) is not { } content)
            return Results.NotFound();

        ledger.Write(me.Organisation, "archive-fetched", me.Person, new { export = id, part = number, sha256 = part.Hash });
        await db.SaveChangesAsync(cancellation);
        return Results.File(content, "application/zip", $"{me.Path.Trim('/')}-{export.At.ToDateTimeUtc():yyyyMMdd-HHmm}-{number}.zip");
    }

    private async Task<IResult> ReceiveAsync(Guid id, CancellationToken cancellation)
    {
        var me = caller.Required;
        var isThere = false;
        await db.WriteAsync(
            async () =>
            {
                var export = await db.Set<ArchiveExport>().FirstOrDefaultAsync(e => e.Id == id, cancellation);
                isThere = export is not null;
                if (export is null || !export.Receive(me.Person, clock.GetCurrentInstant()))
                    return;

                await MarkAsync(id, cancellation);
                ledger.Write(me.Organisation, "archive-received", me.Person, new { export = id, conversations = export.Packed });
                var end = new ExpireExportJob(me.Organisation, id);
                await due.ScheduleAsync(end, clock.GetCurrentInstant(), end.Key, cancellation);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        return isThere ? Answer.SeeOther(me.To("archive")) : Results.NotFound();
    }

    private async Task MarkAsync(Guid id, CancellationToken cancellation)
    {
        var packed = await db.Set<PackedConversation>().AsNoTracking().Where(p => p.Export == id && p.Part != null).ToListAsync(cancellation);
        foreach (var some in packed.Chunk(AtOnce))
        {
            var upTo = some.ToDictionary(p => p.Conversation, p => p.UpTo);
            var flags = await db.Set<ArchiveFlag>().Where(f => f.RemovedAt == null && upTo.Keys.Contains(f.Conversation)).ToListAsync(cancellation);
            flags.ForEach(f => f.LiesInArchive(upTo[f.Conversation]));
            await deleted.LetGoAsync(upTo.Keys, cancellation);
        }
    }
}
