using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Sources;

/// <summary>Why nothing was received for a while. It is never the same as silence.</summary>
internal enum GapBecause
{
    /// <summary>The source was in trouble, and what it said meanwhile is gone.</summary>
    Trouble,

    /// <summary>Somebody had paused it.</summary>
    Paused,

    /// <summary>It said more between two questions than it holds.</summary>
    Overrun,

    /// <summary>The connection to the open stream was broken for longer than it can be made up for.</summary>
    Stream,
}

/// <summary>A stretch that a source said something in which we do not have; kept so that a chart can hatch it.</summary>
internal sealed class SourceGap : IBelongToOrganisation
{
    public required Guid Id { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required SourceId Source { get; init; }

    public required Instant From { get; init; }

    public required Instant Until { get; init; }

    public required GapBecause Why { get; init; }

    public static SourceGap Of(Source source, Instant from, Instant until, GapBecause why) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = source.Organisation,
        Source = source.Id,
        From = from,
        Until = until,
        Why = why,
    };
}

/// <summary>A gap as charts read it.</summary>
/// <param name="From">Its start.</param>
/// <param name="Until">Its end; null while it lasts.</param>
/// <param name="Source">Which source; null is the open stream.</param>
/// <param name="Name">The source's name; "Bluesky" for the stream.</param>
/// <param name="Why">Why.</param>
/// <param name="Kind">What the source is; null is the open stream.</param>
internal sealed record Gap(Instant From, Instant? Until, SourceId? Source, string Name, GapBecause Why, SourceKind? Kind = null);
