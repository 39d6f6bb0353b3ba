using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Orders;

/// <summary>The orders that open lists and conversations show.</summary>
internal sealed class KnownItems(RowVersions versions, IClock clock) : Kept<ItemId, ItemCard>(versions, clock, typeof(Item));
