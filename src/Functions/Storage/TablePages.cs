using Azure.Data.Tables;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Storage;

/// <summary>Reads a list page by page, with tokens that tell nothing and belong to this list only.</summary>
internal static class TablePages
{
    /// <summary>Failure: <c>continuation-invalid</c>.</summary>
    public static async Task<Result<Page<T>>> ReadAsync<T>(
        TableClient table,
        DataKeys keys,
        string filter,
        int top,
        string? continuation,
        Func<TableEntity, T> read,
        CancellationToken cancellationToken)
    {
        if (!ContinuationCipher.Open(keys, $"{table.Name} {filter}", continuation).Succeeded(out var token, out var failure))
        {
            return failure;
        }

        // The service may answer with an empty page and a token: more is to come, so go on until there is something to show.
        while (true)
        {
            var pages = table.QueryAsync<TableEntity>(filter, top, cancellationToken: cancellationToken).AsPages(token, top);
            await using var page = pages.GetAsyncEnumerator(cancellationToken);
            if (!await page.MoveNextAsync())
            {
                return new Page<T>([], null);
            }

            token = page.Current.ContinuationToken;
            if (page.Current.Values.Count > 0 || token is null)
            {
                return new Page<T>(
                    [.. page.Current.Values.Select(read)], ContinuationCipher.Seal(keys, $"{table.Name} {filter}", token));
            }
        }
    }
}
