using System.Collections.Concurrent;
using NodaTime;

namespace Rotfeste.Listening.Overviews;

/// <summary>What is dear to read, kept for two minutes, so that a page that many open reads it once. Only of what hardly changes any longer.</summary>
internal sealed class ShortMemory<TKey, TValue>
    where TKey : notnull
{
    private const int Most = 200;
    private static readonly Duration Life = Duration.FromMinutes(2);
    private readonly ConcurrentDictionary<TKey, (Instant Until, TValue Value)> kept = new();

    public async Task<TValue> GetAsync(TKey key, Instant now, Func<Task<TValue>> read)
    {
        if (kept.TryGetValue(key, out var found) && found.Until > now)
            return found.Value;
        var value = await read();
        if (kept.Count >= Most)
            kept.Clear();
        kept[key] = (now + Life, value);
        return value;
    }
}
