using NodaTime;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Slots;

/// <summary>Something of ours that went out, with the name of whoever wrote it.</summary>
/// <param name="Words">Plain text, shortened.</param>
/// <param name="By">By name.</param>
/// <param name="At">When it went out.</param>
/// <param name="Path">Where it is read whole, relative to the organisation.</param>
public sealed record TracedWords(string Words, string By, Instant At, string Path);

/// <summary>What some accounts led to lately, as one room knows it.</summary>
/// <param name="Says">Plain sentences in the reader's language; also that there is too little to say anything.</param>
/// <param name="Path">Where it is seen whole, relative to the organisation; null where there is no one place.</param>
/// <param name="Latest">Newest first, a few.</param>
public sealed record Trace(IReadOnlyList<string> Says, string? Path, IReadOnlyList<TracedWords> Latest);

/// <summary>
/// What accounts led to, given by a room from its door to the page of what they are for: only what the caller may read there too, and null
/// where that is nothing.
/// </summary>
/// <param name="ReadAsync">From the scope, the caller and the accounts' ids.</param>
public sealed record TracesOf(Func<IServiceProvider, Caller, IReadOnlyCollection<Guid>, CancellationToken, Task<Trace?>> ReadAsync);
