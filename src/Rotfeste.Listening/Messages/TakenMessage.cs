using NodaTime;
using Rotfeste.Listening.Sources;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Messages;

/// <summary>That a webhook's message was taken: one of the same id changes nothing.</summary>
internal sealed class TakenMessage : IBelongToOrganisation
{
    public required OrganisationId Organisation { get; init; }

    public required SourceId Source { get; init; }

    /// <summary>The sender's webhook-id.</summary>
    public required string Message { get; init; }

    public required Instant At { get; init; }
}
