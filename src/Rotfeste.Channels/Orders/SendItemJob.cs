using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Due;

namespace Rotfeste.Channels.Orders;

/// <summary>Brings an order to its network.</summary>
[JobName("send-item")]
internal sealed record SendItemJob(OrganisationId In, ItemId Item) : IJob
{
    OrganisationId? IJob.Organisation => In;

    /// <summary>One waiting job an item.</summary>
    public string Key() => Item.ToString();
}
