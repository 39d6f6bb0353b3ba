using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Analysis.Targets;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Histories;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Dialogue.Waits;

/// <summary>
/// Gives conversations from before waits were kept theirs, and those that wait their warning. The migration asks for it once, for the whole
/// installation; done again it changes nothing.
/// </summary>
internal sealed class CatchUpWaits(AppDb db, DueTimes times, DueWork due, IClock clock) : IDo<CatchUpWaitsJob>
{
    // What is being changed is gone through again for each of them.
    private const int Batch = 20;

    // No run outlives its lease by much; the next one goes on where it was.
    private const int MostInOneRun = 10_000;

    public static bool IsOutside => true;

    public async Task<DueOutcome> DoAsync(CatchUpWaitsJob job, DueTry attempt, CancellationToken cancellation)
    {
        if (job.Organisation is null)
        {
            await ShareOutAsync(cancellation);
            return DueOutcome.Done;
        }

        // Whoever asked has a wait, whatever came of it: so what was caught up with is not found again.
        var without = await db.Set<Conversation>()
            .Where(c => !db.Set<Wait>().Any(w => w.Conversation == c.Id)
                && db.Set<HistoryEvent>().Any(e => e.Conversation == c.Id && e.Kind == ConversationEventKind.Asked))
            .Select(c => c.Id).Take(MostInOneRun).ToListAsync(cancellation);
        foreach (var batch in without.Chunk(Batch))
        {
            // Nobody waits for this, and people are at work: it rests as long as it worked.
            var began = Stopwatch.GetTimestamp();
            await CatchUpAsync(batch, cancellation);
            await Task.Delay(Stopwatch.GetElapsedTime(began), cancellation);
        }

        return without.Count < MostInOneRun ? DueOutcome.Done : DueOutcome.TryAgain(clock.GetCurrentInstant(), "more");
    }

    private async Task ShareOutAsync(CancellationToken cancellation)
    {
        var organisations = await db.Set<Conversation>().Select(c => c.Organisation).Distinct().ToListAsync(cancellation);
        await db.WriteAsync(
            async () =>
            {
                foreach (var job in organisations.ConvertAll(o => new CatchUpWaitsJob(o)))
                    await due.ScheduleAsync(job, clock.GetCurrentInstant(), job.Key, cancellation);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
    }

    private Task CatchUpAsync(ConversationId[] batch, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            db.ChangeTracker.Clear();
            foreach (var conversation in await db.Set<Conversation>().Where(c => batch.Contains(c.Id)).ToListAsync(cancellation))
                await times.CatchUpAsync(conversation, cancellation);
            await db.SaveChangesAsync(cancellation);
        },
        cancellation);
}

/// <summary>Give conversations their waits and warnings.</summary>
[JobName("dialogue-catch-up-waits")]
internal sealed record CatchUpWaitsJob(OrganisationId? Organisation) : IJob
{
    /// <summary>One waiting at a time for each organisation, and one for them all.</summary>
    public string Key => Organisation?.ToString() ?? "all";
}
