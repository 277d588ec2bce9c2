using System.Buffers;

namespace PhotoFunctions.Functions.CustomHandler;

/// <summary>
/// Cuts the value of one property out of the outermost JSON object of a stream of bytes, and drops all else as it passes.
/// </summary>
internal sealed class PropertySlicer(byte[] property, int largestValue)
{
    private static readonly SearchValues<byte> EndsOrEscapes = SearchValues.Create("\"\\"u8);

    private readonly ArrayBufferWriter<byte> _name = new();
    private readonly ArrayBufferWriter<byte> _value = new();
    private int _depth;
    private bool _isInText;
    private bool _isEscaped;
    private bool _isName;
    private bool _isWanted;

    /// <summary>The value, as soon as all bytes were fed; empty when the property is missing.</summary>
    public ReadOnlySpan<byte> Value => _value.WrittenSpan;

    /// <exception cref="InvalidDataException">The value is larger than allowed.</exception>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var taken = _isInText ? TakeText(bytes) : TakeStructure(bytes[0]);
            bytes = bytes[taken..];
        }
    }

    private int TakeText(ReadOnlySpan<byte> bytes)
    {
        // The long way through a base64 text is one search.
        var plain = _isEscaped ? 0 : bytes.IndexOfAny(EndsOrEscapes);
        if (plain != 0)
        {
            var length = plain < 0 ? bytes.Length : plain;
            Keep(bytes[..length]);
            return length;
        }

        var isEnd = !_isEscaped && bytes[0] == '"';
        _isEscaped = !_isEscaped && bytes[0] == '\\';
        _isInText = !isEnd;
        Keep(bytes[..1], isQuote: isEnd);
        return 1;
    }

    private int TakeStructure(byte next)
    {
        switch (next)
        {
            case (byte)'{' or (byte)'[':
                _depth++;
                if (_depth == 1)
                {
                    _isName = true;
                    return 1;
                }

                break;
            case (byte)'}' or (byte)']':
                _depth--;
                break;
            case (byte)',' when _depth == 1:
                _isName = true;
                _isWanted = false;
                _name.ResetWrittenCount();
                return 1;
            case (byte)':' when _depth == 1:
                _isName = false;
                _isWanted = _name.WrittenSpan.SequenceEqual(property);
                return 1;
            case (byte)'"':
                _isInText = true;
                break;
        }

        if (_depth > 0)
        {
            Keep([next], isQuote: next == '"');
        }

        return 1;
    }

    private void Keep(ReadOnlySpan<byte> bytes, bool isQuote = false)
    {
        if (_depth == 1 && _isName)
        {
            // Any name but the wanted one may be cut short; blanks between quotes and colon do not belong to it.
            if (_isInText && !isQuote && _name.WrittenCount + bytes.Length <= property.Length + 1)
            {
                _name.Write(bytes);
            }
        }
        else if (_isWanted)
        {
            if (_value.WrittenCount + bytes.Length > largestValue)
            {
                throw new InvalidDataException(
                    $"Expected at most {largestValue} bytes of metadata in an invocation but the host sent more.");
            }

            _value.Write(bytes);
        }
    }
}
