using System.Text;

namespace PhotoFunctions.Functions.Tests.Telemetry;

/// <summary>A span as it came over the wire, read by the numbers that opentelemetry/proto/trace/v1/trace.proto gives its fields.</summary>
internal sealed record ReceivedSpan
{
    public string TraceId { get; private set; } = "";

    public string SpanId { get; private set; } = "";

    public string ParentId { get; private set; } = "";

    public string Name { get; private set; } = "";

    public int Links { get; private set; }

    public Dictionary<string, string> Tags { get; } = [];

    public static IEnumerable<ReceivedSpan> Read(byte[] request) =>
        from resource in WireField.Read(request).Where(field => field.Number == 1)
        from scope in WireField.Read(resource.Bytes).Where(field => field.Number == 2)
        from span in WireField.Read(scope.Bytes).Where(field => field.Number == 2)
        select Of(span.Bytes);

    private static ReceivedSpan Of(ReadOnlyMemory<byte> bytes)
    {
        var span = new ReceivedSpan();
        foreach (var field in WireField.Read(bytes))
        {
            switch (field.Number)
            {
                case 1:
                    span.TraceId = Convert.ToHexStringLower(field.Bytes.Span);
                    break;
                case 2:
                    span.SpanId = Convert.ToHexStringLower(field.Bytes.Span);
                    break;
                case 4:
                    span.ParentId = Convert.ToHexStringLower(field.Bytes.Span);
                    break;
                case 5:
                    span.Name = Encoding.UTF8.GetString(field.Bytes.Span);
                    break;
                case 9:
                    var pair = WireField.Read(field.Bytes).ToDictionary(part => part.Number, part => part.Bytes);
                    var value = WireField.Read(pair[2]).First();
                    span.Tags[Encoding.UTF8.GetString(pair[1].Span)] =
                        value.Number == 1 ? Encoding.UTF8.GetString(value.Bytes.Span) : $"{value.Value}";
                    break;
                case 13:
                    span.Links++;
                    break;
            }
        }

        return span;
    }
}
