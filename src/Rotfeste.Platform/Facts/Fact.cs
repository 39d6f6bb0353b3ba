using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Platform.Facts;

/// <summary>
/// Something that happened, in the past tense, kept for good. It carries ids, times, counts, named values and hashes,
/// never text, names or handles.
/// </summary>
public interface IFact
{
    /// <summary>Where it happened.</summary>
    OrganisationId Organisation { get; }
}

/// <summary>The lasting name of a fact type; a changed shape gets a new version and keeps the old one readable.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FactNameAttribute(string name, int version = 1) : Attribute
{
    /// <summary>Stored name, "answer-sent".</summary>
    public string Name { get; } = name;

    /// <summary>Version of the shape, from 1.</summary>
    public int Version { get; } = version;

    /// <summary>The name with its version, as it is stored.</summary>
    public string Stored => $"{Name}/{Version}";
}

/// <summary>Takes facts of one type, in commit order per organisation, at least once; its writes and the mark that it
/// took them are one transaction, so a repeat does no harm. It never waits for a network.</summary>
/// <typeparam name="TFact">The fact.</typeparam>
public interface IOn<in TFact>
    where TFact : IFact
{
    /// <summary>Takes a run of facts of one organisation, oldest first.</summary>
    Task HandleAsync(IReadOnlyList<TFact> facts, CancellationToken cancellation);
}

/// <summary>A stored fact.</summary>
internal sealed class FactRow : IBelongToOrganisation
{
    public long Id { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required string Type { get; init; }

    public required Instant At { get; init; }

    public required string Json { get; init; }
}
