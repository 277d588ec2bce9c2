namespace PhotoFunctions.LocalHost.Demo;

/// <summary>An upload that has been sent, and the ETag by which its outcome is found.</summary>
internal sealed record UploadedBlob(DemoUpload Upload, string ETag);
