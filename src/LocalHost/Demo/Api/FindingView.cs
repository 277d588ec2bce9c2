namespace PhotoFunctions.LocalHost.Demo.Api;

internal sealed record FindingView(string Code, string MessageZh, string MessageEn);
