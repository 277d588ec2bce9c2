using System.Runtime.CompilerServices;

namespace PhotoFunctions.Functions.Exports;

/// <summary>Fetches what belongs to each item a few items ahead, and hands it over in the items' order.</summary>
internal static class ReadAhead
{
    public static async IAsyncEnumerable<(T Item, TContent Content)> WithContentAsync<T, TContent>(
        this IAsyncEnumerable<T> items,
        int ahead,
        Func<T, CancellationToken, Task<TContent>> fetch,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waiting = new Queue<(T Item, Task<TContent> Content)>();
        try
        {
            await foreach (var item in items.WithCancellation(cancellationToken))
            {
                waiting.Enqueue((item, fetch(item, stop.Token)));
                if (waiting.Count > ahead)
                {
                    var (first, content) = waiting.Peek();
                    yield return (first, await content);
                    waiting.Dequeue();
                }
            }

            while (waiting.TryPeek(out var next))
            {
                yield return (next.Item, await next.Content);
                waiting.Dequeue();
            }
        }
        finally
        {
            // Whoever stops listening leaves nothing running behind.
            await stop.CancelAsync();
            Task rest = Task.WhenAll(waiting.Select(item => item.Content));
            await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
