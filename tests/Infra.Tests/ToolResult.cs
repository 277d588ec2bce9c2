namespace PhotoFunctions.Infra.Tests;

/// <summary>What a program said, and how it ended.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Errors)
{
    public string All => Output + Errors;
}
