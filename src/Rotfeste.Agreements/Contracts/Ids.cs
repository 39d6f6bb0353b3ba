using Rotfeste.Platform.Callers;

namespace Rotfeste.Agreements.Contracts;

/// <summary>What an agreement is about: an upper room's own thing, unknown here but by kind and id.</summary>
/// <param name="Kind">The upper room's word, "initiative"; at most 40 characters.</param>
/// <param name="Id">The thing.</param>
public sealed record Subject(string Kind, Guid Id);

/// <summary>An agreement.</summary>
public readonly record struct AgreementId(Guid Value) : ITypedId<AgreementId>
{
    /// <inheritdoc/>
    public static AgreementId From(Guid value) => new(value);

    /// <summary>A new id, later ones sort after earlier ones.</summary>
    public static AgreementId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A reservation, an objection or a question, with what was said about it.</summary>
public readonly record struct ThreadId(Guid Value) : ITypedId<ThreadId>
{
    /// <inheritdoc/>
    public static ThreadId From(Guid value) => new(value);

    /// <summary>A new id, later ones sort after earlier ones.</summary>
    public static ThreadId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>A recorded meeting.</summary>
public readonly record struct MeetingId(Guid Value) : ITypedId<MeetingId>
{
    /// <inheritdoc/>
    public static MeetingId From(Guid value) => new(value);

    /// <summary>A new id, later ones sort after earlier ones.</summary>
    public static MeetingId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Something a person wrote, kept apart so that it can be erased.</summary>
public readonly record struct WordsId(Guid Value) : ITypedId<WordsId>
{
    /// <inheritdoc/>
    public static WordsId From(Guid value) => new(value);

    /// <summary>A new id, later ones sort after earlier ones.</summary>
    public static WordsId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
