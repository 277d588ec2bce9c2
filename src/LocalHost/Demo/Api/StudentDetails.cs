namespace PhotoFunctions.LocalHost.Demo.Api;

internal sealed record StudentDetails(string StudentNumber, StudentPhoto? Photo);
