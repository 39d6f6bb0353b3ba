using NodaTime;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Slots;

/// <summary>Something that a person outside said, in their own words.</summary>
/// <param name="Words">Plain text, shortened; never what was erased.</param>
/// <param name="Where">The network's name.</param>
/// <param name="At">When it was said.</param>
/// <param name="Path">Where it is read whole, relative to the organisation.</param>
public sealed record HeardWords(string Words, string Where, Instant At, string Path);

/// <summary>What people said lately, given by a room from its door to others' screens: only what the caller may read there too.</summary>
/// <param name="ReadAsync">From the scope, the caller, since when, and how many at the most; newest first.</param>
public sealed record HeardThisWeek(
    Func<IServiceProvider, Caller, Instant, int, CancellationToken, Task<IReadOnlyList<HeardWords>>> ReadAsync);
