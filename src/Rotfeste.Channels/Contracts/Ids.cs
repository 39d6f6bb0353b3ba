using Rotfeste.Platform.Callers;

namespace Rotfeste.Channels.Contracts;

/// <summary>An account at a network.</summary>
public readonly record struct ChannelId(Guid Value) : ITypedId<ChannelId>
{
    /// <inheritdoc/>
    public static ChannelId From(Guid value) => new(value);

    /// <summary>A new id, later ones sort after earlier ones.</summary>
    public static ChannelId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>An order to send, and what was sent.</summary>
public readonly record struct ItemId(Guid Value) : ITypedId<ItemId>
{
    /// <inheritdoc/>
    public static ItemId From(Guid value) => new(value);

    /// <summary>A new id, later ones sort after earlier ones.</summary>
    public static ItemId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
