using System.Buffers;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using CsCheck;
using PhotoFunctions.Functions.Storage.Backups;

namespace PhotoFunctions.Functions.Tests.Storage.Backups;

public sealed class RowTextTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.Char['\u0000', '\u024f'], 0, 40],
        Gen.String[Gen.Char['a', '龥'], 0, 40],
        Gen.Const("\"\\\r\n\u2028</script>"),
        Gen.Const("{}"));

    private static readonly Gen<object> Values = Gen.OneOf<object>(
        Texts.Select(text => (object)text),
        Gen.Int.Select(number => (object)number),
        Gen.Long.Select(number => (object)number),
        Gen.Double.Select(number => (object)number),
        Gen.Const((object)double.NegativeInfinity),
        Gen.Const((object)3.0),
        Gen.Bool.Select(flag => (object)flag),
        Gen.Long[0, DateTimeOffset.MaxValue.UtcTicks].Select(ticks => (object)new DateTimeOffset(ticks, TimeSpan.Zero)),
        Gen.Guid.Select(guid => (object)guid),
        Gen.Byte.Array[0, 60].Select(bytes => (object)bytes));

    private static readonly Gen<TableEntity> Rows =
        Gen.Select(Texts, Texts, Gen.Dictionary(Gen.String[Gen.Char['A', 'Z'], 1, 8], Values)[0, 12]).Select((partition, row, columns) =>
        {
            var entity = new TableEntity(partition, row);
            foreach (var (column, value) in columns)
            {
                entity[column] = value;
            }

            return entity;
        });

    // The seed of a failure is printed by the library.
    [Fact]
    public void Keeps_every_row_with_its_types_in_one_line() => Rows.Sample(row =>
    {
        var line = Write(row);
        Assert.DoesNotContain('\n', line);
        Assert.Equal(RowFacts.Of(row), RowFacts.Of(RowText.Read(line)));
    });

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"PartitionKey":"p"}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","Columns":{"A":{"Int32":"x"}}}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","Columns":{"A":{"Int32":5}}}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","Columns":{"A":{"Int32":"99999999999"}}}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","Columns":{"A":{"Colour":"red"}}}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","Columns":{"A":{}}}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":null,"Columns":{}}""")]
    [InlineData("""{"PartitionKey":"p","RowKey":"r","Columns":{"A":{"Binary":"?"}}}""")]
    public void Refuses_a_line_that_is_no_row(string line) => Assert.ThrowsAny<FormatException>(() => RowText.Read(line));

    private static string Write(TableEntity row)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            RowText.Write(json, row);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
