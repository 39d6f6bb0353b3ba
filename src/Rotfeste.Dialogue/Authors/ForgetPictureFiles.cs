using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Pictures;
using Rotfeste.Platform.Blobs;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Dialogue.Authors;

/// <summary>A picture of ours whose row is gone.</summary>
internal sealed record PictureFile(string Name, string Hash);

/// <summary>Has the files of pictures deleted. Stored with the deletion of their rows, so that no crash in between leaves one lying.</summary>
[JobName("forget-answer-pictures")]
internal sealed record ForgetPictureFilesJob(OrganisationId? Organisation, IReadOnlyList<PictureFile> Files) : IJob
{
    public static ForgetPictureFilesJob Of(OrganisationId organisation, IEnumerable<AnswerPicture> pictures) =>
        new(organisation, [.. pictures.Select(p => new PictureFile(p.BlobName, p.Hash))]);
}

/// <summary>Deletes them from the disk, but for what another picture still shows; deleting twice does no harm.</summary>
internal sealed class ForgetPictureFiles(AppDb db, IBlobs blobs) : IDo<ForgetPictureFilesJob>
{
    public static bool IsOutside => true;

    public async Task<DueOutcome> DoAsync(ForgetPictureFilesJob job, DueTry attempt, CancellationToken cancellation)
    {
        foreach (var file in job.Files)
        {
            if (!await db.Set<AnswerPicture>().AnyAsync(p => p.Hash == file.Hash, cancellation))
                await blobs.ForgetAsync(job.Organisation!.Value, file.Name, cancellation);
        }

        return DueOutcome.Done;
    }
}
