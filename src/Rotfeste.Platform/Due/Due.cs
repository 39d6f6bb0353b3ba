using NodaTime;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Due;

/// <summary>Work to be done at a time. It is stored with the change that asks for it, so it is neither lost nor doubled.</summary>
public interface IJob
{
    /// <summary>Where it belongs; null for work on the installation.</summary>
    OrganisationId? Organisation { get; }
}

/// <summary>The lasting name of a job type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class JobNameAttribute(string name) : Attribute
{
    /// <summary>Stored name, "send-item".</summary>
    public string Name { get; } = name;
}

/// <summary>
/// Does a job. When <see cref="IsOutside"/> is false the work and its done-mark are one transaction. When true the work
/// reaches outside (network, disk): it runs without a transaction, may run again after a crash, and must find out from
/// what it stored whether it was done already.
/// </summary>
/// <typeparam name="TJob">The job.</typeparam>
public interface IDo<in TJob>
    where TJob : IJob
{
    /// <summary>Whether the work reaches outside the database.</summary>
    static abstract bool IsOutside { get; }

    /// <summary>Does it; the answer says whether it is done or wants to be tried again.</summary>
    Task<DueOutcome> DoAsync(TJob job, DueTry attempt, CancellationToken cancellation);
}

/// <summary>Which try this is.</summary>
/// <param name="Number">From 1.</param>
public readonly record struct DueTry(int Number);

/// <summary>What came of a try.</summary>
/// <param name="Again">When to try again; null when done.</param>
/// <param name="Reason">A named value for the row, never a message text.</param>
public readonly record struct DueOutcome(Instant? Again, string? Reason)
{
    /// <summary>Done, for good.</summary>
    public static DueOutcome Done => default;

    /// <summary>Wants another try.</summary>
    public static DueOutcome TryAgain(Instant at, string reason) => new(at, reason);
}
