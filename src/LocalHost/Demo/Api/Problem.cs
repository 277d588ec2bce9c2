namespace PhotoFunctions.LocalHost.Demo.Api;

internal sealed record Problem(string? Code, string? Detail, string? MessageZh);
