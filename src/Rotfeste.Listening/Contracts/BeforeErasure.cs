using Rotfeste.Platform.Callers;

namespace Rotfeste.Listening.Contracts;

/// <summary>
/// A room above is asked just before words go that their author deleted: it may have a duty to keep them elsewhere, out of sight. Given from its
/// door; called in the unit of work that erases, also where that serves the whole installation.
/// </summary>
/// <param name="KeepAsync">From the scope, the organisation, the posts with their words, and why they go.</param>
public sealed record BeforeErasure(Func<IServiceProvider, OrganisationId, IReadOnlyList<StoredPost>, ErasedBecause, CancellationToken, Task> KeepAsync);
