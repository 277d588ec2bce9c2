using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;

namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>Collects rows into one part, compressed. Its limits keep it small in memory, and what a cut-short round loses.</summary>
internal sealed class PartWriter : IDisposable
{
    private const int MostBytes = 8 * 1024 * 1024;

    // Names in Chinese as they are. Nobody puts this into a page.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly MemoryStream _file = new();
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly int _mostRows;
    private readonly GZipStream _gzip;
    private readonly Utf8JsonWriter _json;
    private readonly SortedSet<string> _keys = new(StringComparer.Ordinal);
    private int _rows;
    private RowName? _first;
    private RowName? _last;

    public PartWriter(int mostRows)
    {
        _mostRows = mostRows;
        _gzip = new GZipStream(_file, CompressionLevel.Fastest, leaveOpen: true);
        _json = new Utf8JsonWriter(_line, Plain);
    }

    public bool IsFull => _rows >= _mostRows || _file.Length >= MostBytes;

    public void Add(TableEntity row)
    {
        _line.ResetWrittenCount();
        _json.Reset();
        RowText.Write(_json, row);
        _json.Flush();
        _line.Write("\n"u8);
        _gzip.Write(_line.WrittenSpan);
        _rows++;
        _last = new RowName(row.PartitionKey, row.RowKey);
        _first ??= _last;
        if (row.TryGetValue("KeyId", out var key) && key is string name)
        {
            _keys.Add(name);
        }
    }

    public (BackupPart Part, BinaryData Content) Finish(string name, DateTimeOffset startedAt, bool isEnd)
    {
        _gzip.Dispose();
        var content = new BinaryData(_file.ToArray());
        var part = new BackupPart
        {
            Name = name,
            Rows = _rows,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            First = _first,
            Last = _last,
            IsEnd = isEnd,
            StartedAt = startedAt,
            EncryptionKeys = [.. _keys],
        };
        return (part, content);
    }

    public void Dispose()
    {
        _json.Dispose();
        _gzip.Dispose();
        _file.Dispose();
    }
}
