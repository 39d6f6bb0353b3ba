using Rotfeste.Platform.Callers;

namespace Rotfeste.Initiatives.Contracts;

/// <summary>An idea that somebody put up.</summary>
public readonly record struct IdeaId(Guid Value) : ITypedId<IdeaId>
{
    /// <inheritdoc/>
    public static IdeaId From(Guid value) => new(value);

    /// <summary>A new id, later ones sort after earlier ones.</summary>
    public static IdeaId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>An initiative: a page that people agree on and carry out.</summary>
public readonly record struct InitiativeId(Guid Value) : ITypedId<InitiativeId>
{
    /// <inheritdoc/>
    public static InitiativeId From(Guid value) => new(value);

    /// <summary>A new id, later ones sort after earlier ones.</summary>
    public static InitiativeId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
