using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Contracts;

/// <summary>A conversation with one person in one thread.</summary>
public readonly record struct ConversationId(Guid Value) : ITypedId<ConversationId>
{
    /// <inheritdoc/>
    public static ConversationId From(Guid value) => new(value);

    /// <summary>A new id, later ones sort after earlier ones.</summary>
    public static ConversationId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A label of the organisation's own.</summary>
public readonly record struct LabelId(Guid Value) : ITypedId<LabelId>
{
    /// <inheritdoc/>
    public static LabelId From(Guid value) => new(value);

    /// <summary>A new id, later ones sort after earlier ones.</summary>
    public static LabelId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>An answer somebody wrote.</summary>
public readonly record struct AnswerId(Guid Value) : ITypedId<AnswerId>
{
    /// <inheritdoc/>
    public static AnswerId From(Guid value) => new(value);

    /// <summary>A new id, later ones sort after earlier ones.</summary>
    public static AnswerId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
