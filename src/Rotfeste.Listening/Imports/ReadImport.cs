using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Intakes;
using Rotfeste.Listening.Sources;
using Rotfeste.Listening.Streams;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Live;

namespace Rotfeste.Listening.Imports;

/// <summary>Has a file read on.</summary>
[JobName("read-import")]
internal sealed record ReadImportJob(OrganisationId? Organisation, Guid Import) : IJob;

/// <summary>
/// Reads a file in batches, each with its place in one transaction: after a crash the next batch begins where the last stored one ended. A
/// turn ends well before the lease of the work does, so that nobody else takes it up meanwhile.
/// </summary>
internal sealed partial class ReadImport(
    IServiceScopeFactory scopes, AppDb db, ImportFiles files, ImportsWaiting waiting, LiveTopics topics, IClock clock, ILogger<ReadImport> log) : IDo<ReadImportJob>
{
    private const int MostBatches = 5;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan UntilThereIsRoom = TimeSpan.FromSeconds(2);

    public static bool IsOutside => true;

    public async Task<DueOutcome> DoAsync(ReadImportJob job, DueTry attempt, CancellationToken cancellation)
    {
        var until = Environment.TickCount64 + (long)Turn.TotalMilliseconds;
        while (Environment.TickCount64 < until)
        {
            try
            {
                if (!await ReadSomeAsync(job.Organisation!.Value, job.Import, cancellation))
                    return DueOutcome.Done;
                if (waiting.GoOn(job.Import))
                    topics.Announce(job.Organisation.Value, "sources");
            }
            catch (Exception thrown) when (StoreTrouble.IsOutside(thrown) && !cancellation.IsCancellationRequested)
            {
                await WaitAsync(thrown, job, cancellation);
            }
        }

        return DueOutcome.TryAgain(clock.GetCurrentInstant(), waiting.Contains(job.Import) ? nameof(SourceTrouble.NotStored) : "GoesOn");
    }

    // A full disk is no fault of the file: nothing is given up, the place stays, and whoever looks is told.
    private async Task WaitAsync(Exception thrown, ReadImportJob job, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        if (waiting.Wait(job.Import))
        {
            LogNotStored(thrown, job.Import);
            topics.Announce(job.Organisation!.Value, "sources");
        }

        await Task.Delay(UntilThereIsRoom, cancellation);
    }

    /// <summary>Some batches; false when there is no more to read.</summary>
    public async Task<bool> ReadSomeAsync(OrganisationId organisation, Guid id, CancellationToken cancellation)
    {
        var import = await db.Set<Import>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancellation);
        if (import is not { State: ImportState.Running })
            return false;
        await using var file = files.Open(id);
        if (file is null)
        {
            await EndAsync(organisation, id, ImportState.FileGone, cancellation);
            return false;
        }

        var (isTable, head) = await HeadAsync(file, cancellation);
        file.Position = import.Position;
        var lines = new ImportLines(file, import.Position, import.Lines, isTable);
        for (var batches = 0; batches < MostBatches; batches++)
        {
            var batch = await ImportBatch.ReadAsync(lines, head, import.Position, import.Lines, cancellation);
            if (batch.IsEmpty)
            {
                await EndAsync(organisation, id, ImportState.Done, cancellation);
                return false;
            }

            if (!await StoreAsync(organisation, id, batch, cancellation))
                return true;
            import.Move(batch.End, batch.Lines, 0, 0);
        }

        return true;
    }

    // A file of JSON objects begins with one; anything else is a table, and its first row is the head.
    private static async Task<(bool IsTable, TableHead? Head)> HeadAsync(FileStream file, CancellationToken cancellation)
    {
        file.Position = 0;
        var first = await new ImportLines(file, 0, 0, isTable: true).NextAsync(cancellation);
        return first?.Text is null or ['{', ..] ? (false, null) : (true, new TableHead(first.Value.Text));
    }

    // A scope for each: what one batch knows by heart is of no use to the next. False when somebody else has read on.
    private async Task<bool> StoreAsync(OrganisationId organisation, Guid id, ImportBatch batch, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var here = In(scope, organisation);
        var intake = scope.ServiceProvider.GetRequiredService<Intake>();
        var searches = await scope.ServiceProvider.GetRequiredService<SearchIndexes>().OfAsync(here, cancellation);
        var live = scope.ServiceProvider.GetRequiredService<LiveTopics>();
        var isStored = false;
        await here.WriteAsync(
            async () =>
            {
                var import = await here.Set<Import>().FirstAsync(i => i.Id == id, cancellation);
                if (import.State != ImportState.Running || import.Position != batch.From)
                    return;
                var source = await here.Set<Source>().FirstAsync(s => s.Id == import.Source, cancellation);
                var found = await intake.TakeAsync(organisation, batch.Posts, searches, import.TakesAll, cancellation);
                await intake.CountAsync(source, batch.Posts.Count, found, cancellation);
                batch.Bad.ForEach(import.CountBad);
                import.Move(batch.End, batch.Lines, batch.Posts.Count, found);
                source.Hear(clock.GetCurrentInstant(), hasNew: true);
                here.AfterCommit(() => live.Announce(organisation, "sources"));
                await here.SaveChangesAsync(cancellation);
                isStored = true;
            },
            cancellation);
        FaultPoint.Pass("import-batch-stored");
        return isStored;
    }

    private async Task EndAsync(OrganisationId organisation, Guid id, ImportState state, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var here = In(scope, organisation);
        var import = await here.Set<Import>().FirstAsync(i => i.Id == id, cancellation);
        import.End(state, clock.GetCurrentInstant());
        await here.SaveChangesAsync(cancellation);
        waiting.GoOn(id);
        files.Delete(id);
        scope.ServiceProvider.GetRequiredService<LiveTopics>().Announce(organisation, "sources");
    }

    [LoggerMessage(LogLevel.Error, "What import {Import} read was not stored; it waits")]
    private partial void LogNotStored(Exception thrown, Guid import);

    private static AppDb In(AsyncServiceScope scope, OrganisationId organisation)
    {
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Choose(organisation);
        return scope.ServiceProvider.GetRequiredService<AppDb>();
    }
}
