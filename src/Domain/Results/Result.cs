using System.Diagnostics.CodeAnalysis;

namespace PhotoFunctions.Domain.Results;

/// <summary>Either a value or the <see cref="Results.Failure"/> that stands in its place.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed record Result<T>
{
    private Result(T? value, Failure? failure)
    {
        Value = value;
        Failure = failure;
    }

    /// <summary>The value; null exactly when <see cref="Failure"/> is set.</summary>
    public T? Value { get; }

    /// <summary>The failure; null exactly when there is a value.</summary>
    public Failure? Failure { get; }

    /// <summary>Tells which of the two it is, and lets the compiler know.</summary>
    /// <param name="value">The value, on success.</param>
    /// <param name="failure">The failure, otherwise.</param>
    /// <returns>True on success.</returns>
    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Failure? failure)
    {
        value = Value;
        failure = Failure;
        return failure is null;
    }

    /// <summary>Wraps a value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>Wraps a failure.</summary>
    /// <param name="failure">The failure.</param>
    public static implicit operator Result<T>(Failure failure) => new(default, failure);
}
