using Rotfeste.Channels.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Accounts;

/// <summary>A unit that may see and answer a channel; where a channel has none, all may.</summary>
internal sealed class ChannelUnit : IBelongToOrganisation
{
    public required ChannelId Channel { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required UnitId Unit { get; init; }
}
