using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Codes;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.People.Notices;

/// <summary>Has old notices, and codes that open nothing any more, forgotten every day.</summary>
[JobName("forget-notices")]
internal sealed record ForgetNoticesJob(OrganisationId? Organisation) : IJob;

/// <summary>Forgets what is too old, over all organisations.</summary>
internal sealed class ForgetNotices(AppDb db, IClock clock) : IDo<ForgetNoticesJob>
{
    public static bool IsOutside => false;

    public async Task<DueOutcome> DoAsync(ForgetNoticesJob job, DueTry attempt, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var old = now - WrittenNotice.Life;
        await db.Set<WrittenNotice>().Where(n => n.WrittenAt < old).ExecuteDeleteAsync(cancellation);
        await db.Set<SingleUseCode>().Where(c => c.Purpose == CodePurpose.Notice && c.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        return DueOutcome.TryAgain(now + Duration.FromDays(1), "daily");
    }
}
