using Rotfeste.Platform.Callers;

namespace Rotfeste.Agreements.Contracts;

/// <summary>
/// Asks the room that owns a subject whether the caller may see it. Those who are asked, the owner and the accountable
/// leader get in without it.
/// </summary>
public interface IMaySeeSubject
{
    /// <summary>True where the caller may read the agreement; it never lets anyone change something.</summary>
    ValueTask<bool> MayAsync(Subject subject, Caller caller, CancellationToken cancellation);
}
