using System.Text.Json;
using System.Text.Json.Serialization;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Storage;

/// <summary>Stores a type of one text as that text. What was stored was checked before, so that another text is an error of ours.</summary>
internal sealed class ParsedTextConverter<T>(Func<string?, Result<T>> parse) : JsonConverter<T>
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        parse(reader.GetString()).Succeeded(out var value, out var failure)
            ? value
            : throw new JsonException($"A stored {typeof(T).Name} cannot be read: {failure.Code}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value!.ToString());
}
