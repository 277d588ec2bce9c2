using System.Text;
using CsCheck;
using PhotoFunctions.Functions.CustomHandler;

namespace PhotoFunctions.Functions.Tests.CustomHandler;

public sealed class InvocationReaderTests
{
    [Theory]
    [InlineData("blob.json", "Uri", "http://127.0.0.1:10000/devstoreaccount1/uploads/2024/TP012/36010319990307123X.jpg")]
    [InlineData("blob-chinese-name.json", "fileName", "fail-张三.jpg")]
    [InlineData("queue-poison.json", "BlobName", "2024/教学点01/fail-张三.jpg")]
    [InlineData("queue-poison.json", "ETag", "\"0x20379FA4428DAA0\"")]
    public async Task Decodes_the_texts_of_captured_metadata_twice(string file, string name, string expected)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(HostPayloads.Body(file)));

        var metadata = await InvocationReader.ReadAsync(body, TestContext.Current.CancellationToken);

        Assert.Equal(expected, metadata.Text(name));
    }

    [Fact]
    public async Task Stops_at_a_body_that_no_photo_has()
    {
        var text = HostPayloads.Body("blob.json");
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(text));

        await Assert.ThrowsAsync<InvalidDataException>(
            () => InvocationReader.ReadAsync(body, Encoding.UTF8.GetByteCount(text) - 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Cuts_the_metadata_out_whatever_stands_around_it_and_however_it_is_chunked()
    {
        var text = Gen.OneOf([.. new[] { "a", "\\\"", "\\\\", "{", "}", "[", "]", ",", ":", "Metadata", "中", "\\u0022" }.Select(Gen.Const)]);
        var json = text.Array[0, 8].Select(parts => $"\"{string.Concat(parts)}\"");
        var value = Gen.OneOf(
            json, Gen.Const("1"), Gen.Const("null"), json.Select(inner => $"{{\"Metadata\": [{inner}, {{\"x\":{inner}}}] }}"));
        Gen.Select(value, value, Gen.Bool, Gen.Int[1, 9]).Sample((data, wanted, isFirst, chunk) =>
        {
            var body = isFirst ? $" {{ \"Metadata\" : {wanted} , \"Data\":{data}}}" : $"{{\"Data\" :{data},\"Metadata\":{wanted}}}";
            var slicer = new PropertySlicer("Metadata"u8.ToArray(), 4096);
            foreach (var bytes in Encoding.UTF8.GetBytes(body).Chunk(chunk))
            {
                slicer.Feed(bytes);
            }

            return Encoding.UTF8.GetString(slicer.Value).Trim() == wanted.Trim();
        });
    }

    [Fact]
    public async Task Keeps_nothing_of_a_large_blob()
    {
        const int Megabytes = 30;
        using var body = new MemoryStream();
        body.Write("{\"Data\":{\"photo\":\""u8);
        body.Write(Enumerable.Repeat((byte)'A', Megabytes * 1024 * 1024).ToArray());
        body.Write("\"},\"Metadata\":{\"Uri\":\"\\\"u\\\"\"}}"u8);
        body.Position = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();

        var metadata = await InvocationReader.ReadAsync(body, TestContext.Current.CancellationToken);

        Assert.Equal("u", metadata.Text("Uri"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
    }

    [Fact]
    public async Task Refuses_metadata_without_end()
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes($"{{\"Metadata\":\"{new string('a', 2 * 1024 * 1024)}\"}}"));

        await Assert.ThrowsAsync<InvalidDataException>(() => InvocationReader.ReadAsync(body, TestContext.Current.CancellationToken));
    }
}
