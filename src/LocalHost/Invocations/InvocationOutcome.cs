namespace PhotoFunctions.LocalHost.Invocations;

internal enum InvocationOutcome
{
    Succeeded,
    Failed,

    /// <summary>The handler was gone before the call reached it: no attempt was made.</summary>
    NotDelivered,
}
