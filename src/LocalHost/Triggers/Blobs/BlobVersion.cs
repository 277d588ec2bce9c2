using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs.Models;

namespace PhotoFunctions.LocalHost.Triggers.Blobs;

/// <summary>One version of one blob, as the scan listed it.</summary>
internal sealed record BlobVersion
{
    public required BlobItem Item { get; init; }

    public required IReadOnlyList<string> Tokens { get; init; }

    public string Name => Item.Name;

    public DateTimeOffset LastModified => Item.Properties.LastModified ?? DateTimeOffset.MaxValue;

    public string ETag => Item.Properties.ETag!.Value.ToString("H");

    /// <summary>Stands for the name in logs and receipts: names of photos are citizen ID numbers.</summary>
    public string NameHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Name)));
}
