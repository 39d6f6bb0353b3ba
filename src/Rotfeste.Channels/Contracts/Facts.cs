using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Channels.Contracts;

/// <summary>An account was connected, for the first time or again.</summary>
[FactName("channel-connected")]
public sealed record ChannelConnected(OrganisationId Organisation, ChannelId Channel, Instant At) : IFact;

/// <summary>An account was disconnected: nothing is read from it or sent by it any longer.</summary>
[FactName("channel-disconnected")]
public sealed record ChannelDisconnected(OrganisationId Organisation, ChannelId Channel, Instant At) : IFact;

/// <summary>The network has the item.</summary>
[FactName("item-sent")]
public sealed record ItemSent(OrganisationId Organisation, ItemId Item, ChannelId Channel, PersonId By, Instant At) : IFact;

/// <summary>The network said no for good.</summary>
[FactName("item-refused")]
public sealed record ItemRefused(OrganisationId Organisation, ItemId Item, ChannelId Channel, ItemReason Reason, Instant At) : IFact;

/// <summary>The order waits, or nobody knows yet whether it went out; told when state or reason changes, not at each try.</summary>
[FactName("item-delayed")]
public sealed record ItemDelayed(OrganisationId Organisation, ItemId Item, ChannelId Channel, ItemState State, ItemReason Reason, Instant At) : IFact;
