using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Sources;

/// <summary>How much came from a source on one UTC day.</summary>
internal sealed class SourceDay : IBelongToOrganisation
{
    public required OrganisationId Organisation { get; init; }

    public required SourceId Source { get; init; }

    public required LocalDate Day { get; init; }

    /// <summary>Posts that were new.</summary>
    public long Received { get; set; }

    /// <summary>Those of them that became mentions.</summary>
    public long Found { get; set; }
}
