using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Functions.Api.Access;

namespace PhotoFunctions.Functions.Pages.College;

/// <summary>What every part of a page knows: who looks at it, in which language, from where.</summary>
public sealed record PageContext
{
    /// <summary>The language of whoever looks.</summary>
    public required Language Language { get; init; }

    /// <summary>The local address of the page with its query, without the switch of the language.</summary>
    public required string Path { get; init; }

    /// <summary>The form token that every form of the page sends back; empty where nobody has signed in and nothing can be sent.</summary>
    public required string FormToken { get; init; }

    /// <summary>Whose credential it is; null before the sign-in.</summary>
    internal Caller? Caller { get; init; }
}
