namespace PhotoFunctions.LocalHost.Demo.Api;

internal sealed record StudentDetails(string StudentNumber, string Proofing, StudentPhoto? Photo);
