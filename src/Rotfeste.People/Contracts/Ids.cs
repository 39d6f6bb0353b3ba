using Rotfeste.Platform.Callers;

namespace Rotfeste.People.Contracts;

/// <summary>A unit in the organisation's tree.</summary>
public readonly record struct UnitId(Guid Value) : ITypedId<UnitId>
{
    /// <inheritdoc/>
    public static UnitId From(Guid value) => new(value);

    /// <summary>A new id, later ones sort after earlier ones.</summary>
    public static UnitId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
