namespace PhotoFunctions.LocalHost.Demo.Api;

internal sealed record RosterError(int Row, string Code, string MessageZh, string MessageEn);
