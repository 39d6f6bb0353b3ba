using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Searches;

/// <summary>A saved search: what to listen for.</summary>
internal sealed class Search : IBelongToOrganisation, IVersioned
{
    public const int LongestName = 80;

    public required SearchId Id { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required string Name { get; set; }

    /// <summary>In the language of Matching.</summary>
    public required string Query { get; set; }

    /// <summary>What it is about.</summary>
    public SearchKind Kind { get; set; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Null while it is listened for.</summary>
    public Instant? StoppedAt { get; private set; }

    public long Version { get; set; }

    public void Change(string name, SearchKind kind, string query)
    {
        Name = name;
        Kind = kind;
        Query = query;
    }

    public void Stop(Instant now) => StoppedAt ??= now;

    public void Resume() => StoppedAt = null;
}
