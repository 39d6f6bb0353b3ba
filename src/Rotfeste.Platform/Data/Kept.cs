using System.Collections.Concurrent;
using NodaTime;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Data;

/// <summary>
/// What screens ask for again and again, kept in memory until one of the rows it was read from is written, and for ten
/// seconds at most: time alone makes things late, and the command line writes unseen. What is kept is shared and not changed.
/// </summary>
/// <param name="versions">Tells when it is old.</param>
/// <param name="clock">Tells the ten seconds.</param>
/// <param name="rows">The types it is read from.</param>
public abstract class Kept<TKey, TValue>(RowVersions versions, IClock clock, params Type[] rows)
    where TKey : notnull
{
    private const int Most = 5_000;
    private static readonly Duration Life = Duration.FromSeconds(10);
    private readonly ConcurrentDictionary<(OrganisationId, TKey), (long Version, Instant Until, TValue? Value, bool IsThere)> kept = new();

    /// <summary>The value for the key, read where it is not there or old.</summary>
    public async ValueTask<TValue> GetAsync(AppDb db, TKey key, Func<Task<TValue>> read)
    {
        if (OrganisationOf(db) is not { } organisation)
            return await read();

        // Asked before reading: a write in between makes the value old, never the other way round.
        var version = versions.Of(organisation, rows);
        var now = clock.GetCurrentInstant();
        if (kept.TryGetValue((organisation, key), out var found) && found.IsThere && found.Version == version && found.Until > now)
            return found.Value!;

        var value = await read();
        Keep(organisation, key, (version, now + Life, value, true));
        return value;
    }

    /// <summary>The values for the keys; those not there or old are read together, and those that nobody has are left out.</summary>
    public async ValueTask<IReadOnlyDictionary<TKey, TValue>> GetManyAsync(
        AppDb db, IReadOnlyCollection<TKey> keys, Func<IReadOnlyList<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> read)
    {
        if (OrganisationOf(db) is not { } organisation)
            return await read([.. keys]);

        var version = versions.Of(organisation, rows);
        var now = clock.GetCurrentInstant();
        var values = new Dictionary<TKey, TValue>(keys.Count);
        var missing = new List<TKey>();
        foreach (var key in keys)
        {
            if (!kept.TryGetValue((organisation, key), out var found) || found.Version != version || found.Until <= now)
                missing.Add(key);
            else if (found.IsThere)
                values[key] = found.Value!;
        }

        if (missing.Count == 0)
            return values;

        // That there is nothing for a key is kept too.
        var fresh = await read(missing);
        foreach (var key in missing)
        {
            var isThere = fresh.TryGetValue(key, out var value);
            Keep(organisation, key, (version, now + Life, value, isThere));
            if (isThere)
                values[key] = value!;
        }

        return values;
    }

    // Inside a write the rows are not what others may see yet, and may never be.
    private static OrganisationId? OrganisationOf(AppDb db) => db.IsWriting ? null : db.Current.Value;

    private void Keep(OrganisationId organisation, TKey key, (long Version, Instant Until, TValue? Value, bool IsThere) entry)
    {
        if (kept.Count >= Most)
            kept.Clear();
        kept[(organisation, key)] = entry;
    }
}
