using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rotfeste.Listening.Intakes;
using Rotfeste.Listening.Sources;
using Rotfeste.Networks.Feeds;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Live;

namespace Rotfeste.Listening.Feeds;

/// <summary>Has a feed asked, again and again.</summary>
[JobName("poll-feed")]
internal sealed record PollFeedJob(OrganisationId? Organisation, Guid Source) : IJob;

/// <summary>
/// Asks a feed outside any transaction, and then stores in one what came, how the source is and what it holds: after a crash in between the
/// same is asked again, and what is stored already changes nothing.
/// </summary>
internal sealed partial class PollFeed(
    AppDb db, FeedCalls calls, Intake intake, SearchIndexes indexes, LiveTopics live, IClock clock, ILogger<PollFeed> log) : IDo<PollFeedJob>
{
    private static readonly Duration AfterFault = Duration.FromMinutes(5);

    public static bool IsOutside => true;

    public async Task<DueOutcome> DoAsync(PollFeedJob job, DueTry attempt, CancellationToken cancellation)
    {
        var id = new SourceId(job.Source);
        if (await db.Set<Source>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancellation) is not { IsAsked: true } before)
            return DueOutcome.Done;

        var answer = await calls.AskAsync(new Uri(before.Address), before.ETag, before.LastModified, cancellation);
        var reading = answer.Trouble == SourceTrouble.None && !answer.IsUnchanged ? FeedReader.Read(answer.Body, answer.ContentType, answer.Address) : null;
        FaultPoint.Pass("feed-read");
        try
        {
            return await StoreAsync(id, answer, reading, cancellation);
        }
        catch (Exception thrown) when (!cancellation.IsCancellationRequested)
        {
            // The disk is full or the database away: it is asked again soon, and says the same then.
            LogNotStored(thrown, job.Source);
            db.ChangeTracker.Clear();
            return DueOutcome.TryAgain(clock.GetCurrentInstant() + AfterFault, nameof(SourceTrouble.NotStored));
        }
    }

    private async Task<DueOutcome> StoreAsync(SourceId id, FeedAnswer answer, FeedReading? reading, CancellationToken cancellation)
    {
        var searches = await indexes.OfAsync(db, cancellation);
        var outcome = DueOutcome.Done;
        await db.WriteAsync(
            async () =>
            {
                if (await db.Set<Source>().FirstOrDefaultAsync(s => s.Id == id, cancellation) is not { IsAsked: true } source)
                    return;
                var trouble = TroubleOf(answer, reading);
                var wait = trouble != SourceTrouble.None && reading?.Feed is null
                    ? Fail(source, trouble, answer)
                    : await HearAsync(source, answer, reading?.Feed, searches, cancellation);
                outcome = DueOutcome.TryAgain(clock.GetCurrentInstant() + wait, source.Trouble.ToString());
                db.AfterCommit(() => live.Announce(source.Organisation, "sources"));
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        return outcome;
    }

    private static SourceTrouble TroubleOf(FeedAnswer answer, FeedReading? reading) => reading switch
    {
        null => answer.Trouble,
        { Fault: FeedFault.WebPage } => SourceTrouble.WebPage,
        { Feed: null } => SourceTrouble.NotAFeed,
        { Feed.IsCut: true } => SourceTrouble.CutOff,
        _ => SourceTrouble.None,
    };

    private Duration Fail(Source source, SourceTrouble trouble, FeedAnswer answer)
    {
        var now = clock.GetCurrentInstant();
        source.Fail(trouble, now);
        return FeedPace.WaitInTrouble(source.PaceMinutes, now - source.TroubleSince!.Value, answer.NotBefore);
    }

    private async Task<Duration> HearAsync(
        Source source, FeedAnswer answer, Feed? feed, Matching.MatchIndex<Contracts.SearchId> searches, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (feed is null)
        {
            source.PaceMinutes = FeedPace.After(source.PaceMinutes, hasNew: false);
            source.Hear(now, hasNew: false);
            return FeedPace.Wait(source.PaceMinutes, answer.NotBefore, null);
        }

        if (answer.HasMoved)
            source.Move(answer.Address.AbsoluteUri);
        var held = FeedPosts.Held(source.Held);
        var holds = FeedPosts.Hold(source.Address, feed);
        var fresh = FeedPosts.Held(holds);
        var isNew = fresh.Count(h => !held.Contains(h));
        KeepGap(source, held, fresh, now);
        var found = await intake.TakeAsync(
            source.Organisation, FeedPosts.Of(source.Address, feed, held, now).Select(p => p.ToNetworkPost()), searches, source.TakesAll, cancellation);
        await intake.CountAsync(source, isNew, found, cancellation);
        source.PaceMinutes = FeedPace.After(source.PaceMinutes, isNew > 0 && held.Count > 0);
        source.Hear(now, isNew > 0);
        if (feed.IsCut)
            source.Fail(SourceTrouble.CutOff, now);

        // What was cut off is asked for whole again.
        source.Hold(holds, feed.IsCut ? null : answer.ETag, feed.IsCut ? null : answer.LastModified);
        return FeedPace.Wait(source.PaceMinutes, answer.NotBefore, feed.Refresh);
    }

    // Nothing that it held last time is left: what it said in between may have come and gone.
    private void KeepGap(Source source, HashSet<ulong> held, HashSet<ulong> fresh, Instant now)
    {
        if (source.HeardAt is { } heard && held.Count > 0 && fresh.Count > 0 && !fresh.Overlaps(held))
            db.Add(SourceGap.Of(source, heard, now, source.Trouble == SourceTrouble.None ? GapBecause.Overrun : GapBecause.Trouble));
    }

    [LoggerMessage(LogLevel.Error, "What feed {Source} said was not stored")]
    private partial void LogNotStored(Exception thrown, Guid source);
}
