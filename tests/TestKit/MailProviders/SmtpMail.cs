namespace PhotoFunctions.TestKit.MailProviders;

/// <summary>A mail that the sink took.</summary>
/// <param name="From">The envelope's sender.</param>
/// <param name="To">The envelope's recipients.</param>
/// <param name="IsSecure">Whether the connection was encrypted.</param>
/// <param name="User">Who signed in; empty for nobody.</param>
/// <param name="Content">The message as it came.</param>
public sealed record SmtpMail(string From, IReadOnlyList<string> To, bool IsSecure, string User, string Content);
