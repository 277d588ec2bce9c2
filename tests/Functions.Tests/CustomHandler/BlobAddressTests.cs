using Azure.Storage.Blobs;
using CsCheck;
using PhotoFunctions.Functions.CustomHandler;

namespace PhotoFunctions.Functions.Tests.CustomHandler;

public sealed class BlobAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:10000/devstoreaccount1/uploads/2024/TP012/class%201/a.jpg", "2024/TP012/class 1/a.jpg")]
    [InlineData("https://college.blob.core.windows.net/uploads/2024/TP012/a.jpg", "2024/TP012/a.jpg")]
    [InlineData("https://college.blob.core.chinacloudapi.cn/uploads/2024/%E6%95%99%E5%AD%A6%E7%82%B901/a.jpg", "2024/教学点01/a.jpg")]
    [InlineData("https://college.blob.core.windows.net/uploads/a%2525.jpg", "a%25.jpg")]
    [InlineData("https://college.blob.core.windows.net/uploads/uploads/../a.jpg", "uploads/../a.jpg")]
    public void Strips_account_and_container_and_unescapes_once(string address, string expected) =>
        Assert.Equal(expected, BlobAddress.BlobNameOf(address));

    [Theory]
    [InlineData("https://college.blob.core.windows.net/photos/a.jpg")]
    [InlineData("https://college.blob.core.windows.net/uploads")]
    [InlineData("uploads/a.jpg")]
    public void Refuses_the_address_of_anything_but_an_upload(string address) =>
        Assert.Throws<InvalidDataException>(() => BlobAddress.BlobNameOf(address));

    [Fact]
    public void Gets_back_every_name_that_the_storage_client_escapes()
    {
        var part = Gen.OneOf([.. new[] { "a", "%", "%20", "教", " ", "+", "#", "(1)", "&", "=", "~" }.Select(Gen.Const)]).Array[1, 5].Select(parts => string.Concat(parts).Trim());
        Gen.Select(part, part).Where((folder, name) => folder.Length > 0 && name.Length > 0).Sample((folder, name) =>
        {
            var blobName = $"2024/TP1/{folder}/{name}";
            var address = new BlobContainerClient(new Uri("http://127.0.0.1:10000/devstoreaccount1/uploads")).GetBlobClient(blobName).Uri.AbsoluteUri;
            return BlobAddress.BlobNameOf(address) == blobName;
        });
    }
}
