namespace Rotfeste.Initiatives.Carriers;

/// <summary>The accounts an initiative carries, and those it could.</summary>
public sealed record CarriedView(string Address, IReadOnlyList<CarriedChannelView> Channels, IReadOnlyList<CarriedChannelView> Free, bool MayChange);

/// <summary>An account.</summary>
public sealed record CarriedChannelView(string Id, string Handle, string Address);
