namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>Who else is there when a worker meets its fault.</summary>
internal enum Company
{
    /// <summary>Nobody: the worker dies, and the host delivers again.</summary>
    Alone,

    /// <summary>A second worker has a delivery at the very instant of the death.</summary>
    AnotherWhileDying,

    /// <summary>The worker only stalls: a second one has a delivery meanwhile, and then the first goes on with what it knew.</summary>
    AnotherWhileStalling,
}
