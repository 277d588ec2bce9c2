namespace PhotoFunctions.LocalHost.Demo;

/// <summary>The demo cannot go on; the message is all that the user sees.</summary>
internal sealed class DemoException(string message, int exitCode = ExitCodes.Failure) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
