using Rotfeste.Platform.Callers;

namespace Rotfeste.Listening.Contracts;

/// <summary>A post somebody made at a network, stored once per organisation.</summary>
public readonly record struct PostId(Guid Value) : ITypedId<PostId>
{
    /// <inheritdoc/>
    public static PostId From(Guid value) => new(value);

    /// <summary>A new id, later ones sort after earlier ones.</summary>
    public static PostId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A post that one or more searches found.</summary>
public readonly record struct MentionId(Guid Value) : ITypedId<MentionId>
{
    /// <inheritdoc/>
    public static MentionId From(Guid value) => new(value);

    /// <summary>A new id, later ones sort after earlier ones.</summary>
    public static MentionId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A saved search.</summary>
public readonly record struct SearchId(Guid Value) : ITypedId<SearchId>
{
    /// <inheritdoc/>
    public static SearchId From(Guid value) => new(value);

    /// <summary>A new id, later ones sort after earlier ones.</summary>
    public static SearchId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
