namespace PhotoFunctions.Functions.Tests.Telemetry;

/// <summary>One field of a protobuf message.</summary>
internal readonly record struct WireField(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)
{
    public static IEnumerable<WireField> Read(ReadOnlyMemory<byte> message)
    {
        for (var at = 0; at < message.Length;)
        {
            var head = Varint(message, ref at);
            var number = (int)(head >> 3);
            switch (head & 7)
            {
                case 0:
                    yield return new WireField(number, Varint(message, ref at), default);
                    break;
                case 1:
                    yield return new WireField(number, BitConverter.ToUInt64(message.Span.Slice(at, 8)), default);
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint(message, ref at);
                    yield return new WireField(number, 0, message.Slice(at, length));
                    at += length;
                    break;
                case 5:
                    yield return new WireField(number, BitConverter.ToUInt32(message.Span.Slice(at, 4)), default);
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"Expected a field of a protobuf message but found the kind {head & 7}.");
            }
        }
    }

    private static ulong Varint(ReadOnlyMemory<byte> message, ref int at)
    {
        var (value, shift) = (0UL, 0);
        byte next;
        do
        {
            next = message.Span[at++];
            value |= (ulong)(next & 0x7F) << shift;
            shift += 7;
        }
        while ((next & 0x80) != 0);

        return value;
    }
}
