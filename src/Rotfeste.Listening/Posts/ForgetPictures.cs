using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Pictures;

namespace Rotfeste.Listening.Posts;

/// <summary>
/// Has the kept copies of an erased post's pictures deleted. Stored with the erasure, so that no crash in between leaves one
/// lying; the addresses go with this job when it is done.
/// </summary>
[JobName("forget-pictures")]
internal sealed record ForgetPicturesJob(OrganisationId? Organisation, IReadOnlyList<string> Addresses) : IJob;

/// <summary>Deletes them from the disk; deleting twice does no harm.</summary>
internal sealed class ForgetPictures(RemotePictures pictures) : IDo<ForgetPicturesJob>
{
    public static bool IsOutside => true;

    public async Task<DueOutcome> DoAsync(ForgetPicturesJob job, DueTry attempt, CancellationToken cancellation)
    {
        await pictures.ForgetAsync(job.Organisation!.Value, job.Addresses, cancellation);
        return DueOutcome.Done;
    }
}
