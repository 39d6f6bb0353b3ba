namespace Rotfeste.Platform.Callers;

/// <summary>A Guid v7 with a type of its own, so that no id is taken for another.</summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface ITypedId<out TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>The bare id as it is stored.</summary>
    Guid Value { get; }

    /// <summary>Wraps a stored id.</summary>
    static abstract TSelf From(Guid value);
}

/// <summary>An organisation: the wall that no read or write passes.</summary>
public readonly record struct OrganisationId(Guid Value) : ITypedId<OrganisationId>
{
    /// <inheritdoc/>
    public static OrganisationId From(Guid value) => new(value);

    /// <summary>A new id, later ones sort after earlier ones.</summary>
    public static OrganisationId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A person; one person can belong to several organisations.</summary>
public readonly record struct PersonId(Guid Value) : ITypedId<PersonId>
{
    /// <inheritdoc/>
    public static PersonId From(Guid value) => new(value);

    /// <summary>A new id, later ones sort after earlier ones.</summary>
    public static PersonId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
