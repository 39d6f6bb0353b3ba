using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Data;

namespace Rotfeste.Platform.Due;

/// <summary>Schedules jobs in the caller's unit of work.</summary>
public sealed class DueWork(AppDb db, DueSignal signal, IClock clock)
{
    /// <summary>Stores a job to be done at a time; with a key, a waiting one of the same key is moved instead.</summary>
    public async Task ScheduleAsync<TJob>(TJob job, Instant at, string? key, CancellationToken cancellation)
        where TJob : class, IJob
    {
        var name = NameOf(typeof(TJob));
        db.WakeAfterCommit(signal);
        var waiting = key is null ? null : await FindAsync(name, key, cancellation);
        if (waiting is not null)
        {
            waiting.Plan(at, clock.GetCurrentInstant());
            waiting.ParkedAt = null;
            return;
        }

        db.Add(new DueRow
        {
            Id = Guid.CreateVersion7(),
            Organisation = job.Organisation,
            Job = name,
            Key = key,
            Json = JsonSerializer.Serialize(job, StoredJson.Options),
            RunAt = at,
            PlannedAt = clock.GetCurrentInstant(),
        });
    }

    /// <summary>Takes a waiting job back; nothing happens when it is gone.</summary>
    public async Task WithdrawAsync<TJob>(string key, CancellationToken cancellation)
        where TJob : class, IJob
    {
        if (await FindAsync(NameOf(typeof(TJob)), key, cancellation) is { } waiting)
            db.Remove(waiting);
    }

    internal static string NameOf(Type job) =>
        job.GetCustomAttribute<JobNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{job.Name} has no [JobName].");

    private async Task<DueRow?> FindAsync(string name, string key, CancellationToken cancellation) =>
        db.Set<DueRow>().Local.FirstOrDefault(r => r.Job == name && r.Key == key && db.Entry(r).State != EntityState.Deleted)
        ?? await db.Set<DueRow>().FirstOrDefaultAsync(r => r.Job == name && r.Key == key, cancellation);
}

/// <summary>Wakes the runner when something is due sooner than it thought.</summary>
public sealed class DueSignal() : WakeUp("due");
