using System.Globalization;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Benchmarks.Host;

/// <summary>The same request to the handler and through the host, by turns, so that both meet the same machine.</summary>
internal sealed class ForwardingBenchmark(Uri host, TextWriter output)
{
    private const int WarmUp = 300;

    private static readonly TimeProvider Time = TimeProvider.System;

    public async Task RunAsync(string name, int requests, int bodyBytes, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        var handler = await CountingApp.HandlerAddressAsync(client, host, cancellationToken);
        var body = new byte[bodyBytes];
        var direct = new List<TimeSpan>();
        var forwarded = new List<TimeSpan>();
        for (var turn = -WarmUp; turn < requests; turn++)
        {
            var one = await SendAsync(client, handler, body, cancellationToken);
            var other = await SendAsync(client, host, body, cancellationToken);
            if (turn >= 0)
            {
                direct.Add(one);
                forwarded.Add(other);
            }
        }

        var (without, with) = (new Sample(direct), new Sample(forwarded));
        await output.WriteLineAsync($"  {name,-16} directly  {without}");
        await output.WriteLineAsync($"  {"",-16} host      {with}");
        var times = (with.Median / without.Median).ToString("0.0", CultureInfo.InvariantCulture);
        await output.WriteLineAsync($"  {"",-16} adds      median {Sample.Milliseconds(with.Median - without.Median)}   ({times} times)");
    }

    private static async Task<TimeSpan> SendAsync(HttpClient client, Uri address, byte[] body, CancellationToken cancellationToken)
    {
        var method = body.Length == 0 ? HttpMethod.Get : HttpMethod.Post;
        using var request = new HttpRequestMessage(method, new Uri(address, "/api/anything"));
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body);
        }

        var started = Time.GetTimestamp();
        using var answer = await client.SendAsync(request, cancellationToken);
        await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        return Time.GetElapsedTime(started);
    }
}
