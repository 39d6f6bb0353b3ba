using System.Collections.Concurrent;

namespace Rotfeste.Listening.Imports;

/// <summary>Imports that wait because the database takes nothing. In memory alone: then there is nowhere to write it down.</summary>
internal sealed class ImportsWaiting
{
    private readonly ConcurrentDictionary<Guid, byte> waiting = new();

    public bool Contains(Guid import) => waiting.ContainsKey(import);

    /// <returns>Whether that is news.</returns>
    public bool Wait(Guid import) => waiting.TryAdd(import, 0);

    /// <returns>Whether that is news.</returns>
    public bool GoOn(Guid import) => waiting.TryRemove(import, out _);
}
