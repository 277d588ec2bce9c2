using System.Text;

namespace PhotoFunctions.Functions.Tests.Exports;

/// <summary>Reads csv to the letter of RFC 4180, and nothing else.</summary>
internal static class CsvReader
{
    public static List<string[]> Read(string text)
    {
        var (rows, row, cell) = (new List<string[]>(), new List<string>(), new StringBuilder());
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (isQuoted)
            {
                isQuoted = text[i] != '"' || (i + 1 < text.Length && text[i + 1] == '"');
                if (isQuoted)
                {
                    i += text[i] == '"' ? 1 : 0;
                    cell.Append(text[i]);
                }
            }
            else if (text[i] == '"')
            {
                Assert.Equal(0, cell.Length);
                isQuoted = true;
            }
            else if (text[i] == ',')
            {
                row.Add(Take(cell));
            }
            else if (text[i] == '\r')
            {
                Assert.Equal('\n', text[++i]);
                row.Add(Take(cell));
                rows.Add([.. row]);
                row.Clear();
            }
            else
            {
                cell.Append(text[i]);
            }
        }

        Assert.False(isQuoted);
        Assert.Empty(row);
        return rows;
    }

    private static string Take(StringBuilder cell)
    {
        var text = cell.ToString();
        cell.Clear();
        return text;
    }
}
