using System.Globalization;
using System.Net;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using PhotoFunctions.Functions.Storage.Links;

namespace PhotoFunctions.Functions.Tests.Storage.Links;

public sealed class DelegationKeysTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 20, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signs_for_the_identity_of_the_app_over_tls_only()
    {
        using var keys = new Service();

        var url = await keys.SignAsync();

        Assert.StartsWith("https://college.blob.core.windows.net/uploads/a.jpg?", url, StringComparison.Ordinal);
        Assert.All(
            ["spr=https&", "sp=c&", "sr=b&", $"skoid={Service.Identity}", "st=2026-05-20T07%3A55%3A00Z", "se=2026-05-20T08%3A15%3A00Z"],
            part => Assert.Contains(part, url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asks_for_a_key_once_and_again_before_a_link_would_outlive_it()
    {
        using var keys = new Service();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => keys.SignAsync()));
        Assert.Equal(1, keys.Asked);

        keys.Clock.Now = Start + TimeSpan.FromMinutes((4 * 60) - 16);
        await keys.SignAsync();
        Assert.Equal(1, keys.Asked);

        keys.Clock.Now += TimeSpan.FromMinutes(1);
        await keys.SignAsync();
        Assert.Equal(2, keys.Asked);
    }

    /// <summary>The service's answer to a request for a key, as documented, in place of the network.</summary>
    private sealed class Service : HttpMessageHandler
    {
        public const string Identity = "11111111-1111-1111-1111-111111111111";
        private readonly BlobServiceClient _client;
        private readonly DelegationKeys _keys;
        private int _asked;

        public Service()
        {
            _client = new BlobServiceClient(
                new Uri("https://college.blob.core.windows.net"),
                DelegatedTokenCredential.Create((_, _) => new AccessToken("token", DateTimeOffset.MaxValue)),
                new BlobClientOptions { Transport = new HttpClientTransport(this) });
            _keys = new DelegationKeys(_client, Clock);
        }

        public SetClock Clock { get; } = new(Start);

        public int Asked => _asked;

        public async Task<string> SignAsync() => Assert.Single(await new SignedLinks(_keys, Clock).SignAsync(
            [(_client.GetBlobContainerClient("uploads").GetBlobClient("a.jpg"), new BlobSasBuilder(BlobSasPermissions.Create, default))],
            UploadLinks.Lifetime,
            Token)).Url.AbsoluteUri;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("?restype=service&comp=userdelegationkey", request.RequestUri!.Query);
            Interlocked.Increment(ref _asked);
            await Task.Yield();
            var (from, until) = (Text(Clock.Now - TimeSpan.FromMinutes(15)), Text(Clock.Now + TimeSpan.FromHours(4)));
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    $"""
                    <?xml version="1.0" encoding="utf-8"?>
                    <UserDelegationKey><SignedOid>{Identity}</SignedOid><SignedTid>{Identity}</SignedTid>
                    <SignedStart>{from}</SignedStart><SignedExpiry>{until}</SignedExpiry>
                    <SignedService>b</SignedService><SignedVersion>2025-05-05</SignedVersion><Value>a2V5</Value></UserDelegationKey>
                    """,
                    Encoding.UTF8,
                    "application/xml"),
            };
        }

        protected override void Dispose(bool disposing)
        {
            _keys.Dispose();
            base.Dispose(disposing);
        }

        private static string Text(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }
}
