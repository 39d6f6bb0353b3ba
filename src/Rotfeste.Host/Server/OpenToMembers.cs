using Rotfeste.Agreements.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Host.Server;

/// <summary>While no room above owns the subjects, every member may read an agreement.</summary>
internal sealed class OpenToMembers : IMaySeeSubject
{
    public ValueTask<bool> MayAsync(Subject subject, Caller caller, CancellationToken cancellation) => ValueTask.FromResult(true);
}
