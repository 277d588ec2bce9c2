namespace PhotoFunctions.LocalHost;

/// <summary>
/// What the user can put right before the host starts: a refused manifest, a taken port, a missing tool.
/// The message is all they see.
/// </summary>
internal sealed class HostStartException(string message) : Exception(message);
