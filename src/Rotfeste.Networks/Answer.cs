using System.Diagnostics.CodeAnalysis;

namespace Rotfeste.Networks;

/// <summary>What another server said: a value, or a failure with a name. Calls return it instead of throwing.</summary>
/// <typeparam name="T">The value when all went well.</typeparam>
public sealed class Answer<T>
    where T : class
{
    private Answer(T? value, Failure? failure) => (Value, Failure) = (value, failure);

    /// <summary>The value; null exactly when <see cref="Failure"/> is not.</summary>
    public T? Value { get; }

    /// <summary>The failure; null exactly when <see cref="Value"/> is not.</summary>
    public Failure? Failure { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsOk => Value is not null;

    /// <summary>An answer with a value.</summary>
    public static implicit operator Answer<T>(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value, null);
    }

    /// <summary>An answer that failed.</summary>
    public static implicit operator Answer<T>(Failure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new(null, failure);
    }

    /// <summary>The failure's name, or "Ok": never the value, which may be secret.</summary>
    public override string ToString() => IsOk ? "Ok" : Failure.ToString();
}

/// <summary>The value of a call that returns nothing but success.</summary>
public sealed record Done
{
    private Done()
    {
    }

    /// <summary>The only one.</summary>
    public static Done It { get; } = new();
}
