using System.Reflection;
using System.Text.Json;
using NodaTime;
using Rotfeste.Platform.Data;

namespace Rotfeste.Platform.Facts;

/// <summary>Records facts in the caller's unit of work.</summary>
public sealed class FactLog(AppDb db, IClock clock, FactSignal signal)
{
    /// <summary>Tells what happened; it is stored when the unit of work is saved, and delivery is woken after that.</summary>
    public void Tell<TFact>(TFact fact)
        where TFact : class, IFact
    {
        db.Add(new FactRow
        {
            Organisation = fact.Organisation,
            Type = NameOf(typeof(TFact)),
            At = clock.GetCurrentInstant(),
            Json = JsonSerializer.Serialize(fact, StoredJson.Options),
        });
        db.WakeAfterCommit(signal);
    }

    internal static string NameOf(Type fact) =>
        fact.GetCustomAttribute<FactNameAttribute>()?.Stored
        ?? throw new InvalidOperationException($"{fact.Name} has no [FactName].");
}

/// <summary>Wakes delivery after a commit; polling is the fallback.</summary>
public sealed class FactSignal() : WakeUp("facts");
