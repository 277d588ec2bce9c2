using System.Text.Json.Serialization;

namespace PhotoFunctions.Domain.Photos;

/// <summary>A limit with a grey zone: up to <see cref="Review"/> all is well, up to <see cref="Reject"/> a person looks, above it is a fault.</summary>
/// <param name="Review">The last value that passes.</param>
/// <param name="Reject">The last value that a person may let pass; above all that can be measured when the check never rejects by itself.</param>
public sealed record Limits([property: JsonRequired] double Review, [property: JsonRequired] double Reject)
{
    /// <summary>Whether the numbers are in order.</summary>
    internal bool AreSound => Review >= 0 && Reject >= Review && double.IsFinite(Reject);
}
