using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Blobs;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Live;
using Rotfeste.Platform.Pictures;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.Dialogue.Exports;

/// <summary>Packs the next conversations of an export into one file.</summary>
[JobName("pack-archive-export")]
internal sealed record PackExportJob(OrganisationId? Organisation, Guid Export) : IJob;

/// <summary>
/// One file a run, small enough for memory and a lease. A run that was killed is made again: what it packed is named in the database only
/// once the file lies there, and by the same name.
/// </summary>
internal sealed class PackExport(
    AppDb db, ArchivedReading reading, Organisations organisations, RemotePictures remote, IBlobs blobs, LedgerWriter ledger, LiveTopics live,
    IServiceProvider services, ILoggerFactory log, IClock clock) : IDo<PackExportJob>
{
    public const string Topic = "archive";
    private const int MostConversations = 50;
    private const long EnoughBytes = 24 * 1024 * 1024;
    private static readonly Duration EnoughTime = Duration.FromMinutes(2);

    public static bool IsOutside => true;

    public async Task<DueOutcome> DoAsync(PackExportJob job, DueTry attempt, CancellationToken cancellation)
    {
        if (await db.Set<ArchiveExport>().FirstOrDefaultAsync(e => e.Id == job.Export, cancellation) is not { } export
            || await organisations.FindAsync(export.Organisation, cancellation) is not { } organisation)
            return DueOutcome.Done;
        if (export.State != ExportState.Packing)
        {
            // Withdrawn while a file was written: that file goes too.
            await blobs.ForgetAsync(export.Organisation, export.BlobName(export.Parts + 1), cancellation);
            return DueOutcome.Done;
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = (Language.Find(export.Language) ?? Language.All[0]).Culture;
        var left = await db.Set<PackedConversation>().Where(p => p.Export == export.Id && p.Part == null)
            .OrderBy(p => p.Conversation).Take(MostConversations).ToListAsync(cancellation);
        var part = export.Parts + 1;
        var (packed, content) = await PackAsync(export, organisation, part, left, cancellation);

        // A file of a run that was killed lies under the same name.
        await blobs.ForgetAsync(export.Organisation, export.BlobName(part), cancellation);
        var hash = await blobs.KeepAsync(export.Organisation, content, cancellation);
        await blobs.NameAsync(export.Organisation, export.BlobName(part), hash, cancellation);

        var isLast = await db.Set<PackedConversation>().CountAsync(p => p.Export == export.Id && p.Part == null, cancellation) <= packed.Count;
        Keep(export, packed, hash, content.Length, isLast);
        await db.SaveChangesAsync(cancellation);
        return isLast ? DueOutcome.Done : DueOutcome.TryAgain(clock.GetCurrentInstant(), "more");
    }

    private async Task<(List<(PackedConversation Row, int UpTo)> Packed, byte[] Content)> PackAsync(
        ArchiveExport export, OrganisationCard organisation, int part, List<PackedConversation> left, CancellationToken cancellation)
    {
        using var package = new PackageWriter(export.At.ToDateTimeOffset());
        var packed = new List<(PackedConversation, int)>();
        var deadline = clock.GetCurrentInstant() + EnoughTime;
        foreach (var row in left)
        {
            var pictures = new FolderPictures(remote, blobs, export.Organisation, clock, deadline);
            if (await reading.ReadAsync(row.Conversation, organisation, pictures, cancellation) is { } folder)
            {
                await package.AddAsync(folder, services, log);
                packed.Add((row, folder.UpTo));
            }

            if (package.Bytes > EnoughBytes || clock.GetCurrentInstant() > deadline)
                break;
        }

        return (packed, await package.CloseAsync(export.Id, organisation.Name, part));
    }

    private void Keep(ArchiveExport export, List<(PackedConversation Row, int UpTo)> packed, string hash, long bytes, bool isLast)
    {
        var part = export.AddPart(packed.Count, isLast);
        packed.ForEach(p => p.Row.Pack(part, p.UpTo));
        db.Add(new ArchivePart
        {
            Organisation = export.Organisation, Export = export.Id, Number = part, Hash = hash, Bytes = bytes, Conversations = packed.Count,
        });
        ledger.Write(export.Organisation, "archive-packed", export.By, new
        {
            export = export.Id, part, sha256 = hash, conversations = packed.Select(p => p.Row.Conversation.Value),
        });
        live.AnnounceAfter(db, export.Organisation, Topic);
    }
}
