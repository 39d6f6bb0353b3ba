using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Dialogue.Asks;

/// <summary>The time is up in which one who knows was asked.</summary>
[JobName("dialogue-ask-goes-on")]
internal sealed record GoOnJob(OrganisationId? Organisation, Guid Ask) : IJob
{
    public string Key => KeyOf(Ask);

    public static string KeyOf(Guid ask) => ask.ToString();
}

/// <summary>Goes on to the next. Nobody is told who did not answer.</summary>
internal sealed class GoOn(AppDb db, Asking asking, IClock clock) : IDo<GoOnJob>
{
    public static bool IsOutside => false;

    public async Task<DueOutcome> DoAsync(GoOnJob job, DueTry attempt, CancellationToken cancellation)
    {
        var ask = await db.Set<Ask>().FirstOrDefaultAsync(a => a.Id == job.Ask, cancellation);
        if (ask is null)
            return DueOutcome.Done;

        var conversation = await db.Set<Conversation>().Include(c => c.Posts).FirstAsync(c => c.Id == ask.Conversation, cancellation);
        if (ask.End(Ask.IsWanted(conversation) ? AskState.WentOn : AskState.NoNeed, clock.GetCurrentInstant()))
        {
            await asking.GoOnAsync(ask, cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return DueOutcome.Done;
    }
}
