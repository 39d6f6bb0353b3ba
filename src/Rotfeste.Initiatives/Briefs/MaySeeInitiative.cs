using Rotfeste.Agreements.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Initiatives.Briefs;

/// <summary>Everybody in the organisation may read an initiative: those whom it concerns hear of it early, and may put a question.</summary>
internal sealed class MaySeeInitiative : IMaySeeSubject
{
    public ValueTask<bool> MayAsync(Subject subject, Caller caller, CancellationToken cancellation) =>
        ValueTask.FromResult(subject.Kind == InitiativeSubject.Kind);
}
